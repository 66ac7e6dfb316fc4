"""Recipes in Markdown: parts below headings, or between rules as RecipeMD has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from recipes.importers import clean, figures, headings, lists
from recipes.importers.draft import Draft, Picture, Section
from recipes.importers.files import columns, markdown
from recipes.importers.files.amounts import names
from recipes.importers.source import Source

HEADING, RULE = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$"), re.compile(r"^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$")
ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(.*)$")
FACT = re.compile(r"^(?:[-*+][ \t]+)?(?:\*\*|__)?([^\W\d][^:*_\n]{1,30}?)[ \t]*:[ \t]*(?:\*\*|__)?[ \t]*(\S.*)$")
PICTURE = re.compile(r"!\[([^\]]{0,300})\]\(<?([^)\s>]{1,2000})>?[^)]{0,200}\)")
TAGS, YIELDS = re.compile(r"^\*([^*]+)\*$"), re.compile(r"^\*\*([^*]+)\*\*$")
ESCAPED, ANGLES = re.compile(r"\\([\\`*_\[\]<>#+.()!-])"), re.compile(r"<(https?://[^<>\s]+)>")
# Signs that stand for themselves, put aside as letters of nobody while the others are read.
HIDDEN = {sign: chr(0xE000 + ord(sign)) for sign in "\\`*_[]<>#+.()!-"}
SHOWN = {ord(letter): sign for sign, letter in HIDDEN.items()}
INGREDIENTS, STEPS, NOTES, BEFORE = "ingredients", "steps", "notes", "before"
RULES = 2


def fits(source: Source) -> bool:
    _head, body = markdown.head_and_body(source.text)
    return bool(_begins(body)) and (_names_ingredients(body) or _is_between_rules(body))


def _begins(body: str) -> bool:
    first = next((line for line in body.strip("\ufeff \r\n").split("\n") if line.strip()), "")
    return HEADING.match(first.rstrip()) is not None


def _names_ingredients(body: str) -> bool:
    found = (HEADING.match(line.rstrip()) for line in body.split("\n"))
    return any(one and headings.kind(_bare(one[2]), prominent=True) == INGREDIENTS for one in found)


def _is_between_rules(body: str) -> bool:
    lines = body.strip().split("\n")
    rules = [at for at, line in enumerate(lines) if RULE.match(line.strip())]
    return len(rules) >= RULES and any(ITEM.match(line) for line in lines[rules[0] : rules[1]])


def read(source: Source) -> list[Draft]:
    head, body = markdown.head_and_body(source.text)
    told = _Told(by_rules=not _names_ingredients(body))
    for line in body.replace("\r\n", "\n").split("\n"):
        told.take(line.rstrip())
    facts = {**{field: clean.line(value) for name, value in head.items() if (field := _field(name))}, **told.facts}
    draft = replace(
        _of_facts(facts),
        title=told.title or clean.line(head.get("title")),
        description=clean.text("\n".join(told.texts[BEFORE])),
        ingredients=lists.merged(told.ingredients),
        steps=lists.merged(told.steps),
        pictures=list(_pictures(body, source)),
        tags=names(head.get("tags")) or names(facts.get("tags")),
        notes=clean.text("\n".join(told.texts[NOTES])),
    )
    return [draft]


def _of_facts(facts: dict[str, str]) -> Draft:
    words, source = facts.get("servings", ""), facts.get("source", "")
    return Draft(
        servings=figures.servings(words),
        servings_words=words,
        prep_minutes=figures.minutes(facts.get("prep")),
        cook_minutes=figures.minutes(facts.get("cook")),
        rest_minutes=figures.minutes(facts.get("rest")),
        total_minutes=figures.minutes(facts.get("total")),
        difficulty=figures.difficulty(facts.get("difficulty")),
        author=facts.get("author", ""),
        source_url=clean.url(facts.get("url")) or clean.url(source),
        source_name="" if clean.url(source) else source,
        cuisine=facts.get("cuisine", ""),
        category=facts.get("category", ""),
        equipment=names(facts.get("equipment")),
        rating=figures.stars(facts.get("rating")),
    )


def _pictures(body: str, source: Source) -> Iterator[Picture]:
    for found in PICTURE.finditer(body):
        yield source.around.picture(found[2], found[1]) or Picture(url=clean.url(found[2]), alt=clean.line(found[1]))


def _field(name: str) -> str:
    bare = columns.key(name)
    return next((told for told, words in columns.WORDS.items() if bare in words), "")


def _bare(text: str) -> str:
    """Without the marks of Markdown; what was escaped is itself."""
    kept = ESCAPED.sub(lambda found: HIDDEN[found[1]], ANGLES.sub(r"\1", text))
    return markdown.plain(kept).translate(SHOWN)


@dataclass
class _Told:
    """Line by line, by the part that it stands in."""

    by_rules: bool
    title: str = ""
    part: str = BEFORE
    facts: dict[str, str] = field(default_factory=dict)
    ingredients: list[Section] = field(default_factory=lambda: [Section()])
    steps: list[Section] = field(default_factory=lambda: [Section()])
    texts: dict[str, list[str]] = field(default_factory=lambda: {BEFORE: [], NOTES: []})
    goes_on: bool = False

    def take(self, line: str) -> None:
        heading = HEADING.match(line)
        if heading:
            self.take_heading(_bare(heading[2]))
        elif self.by_rules and RULE.match(line):
            self.part = INGREDIENTS if self.part == BEFORE else STEPS
        elif not line.strip():
            self.goes_on = False
            self.put_text("")
        elif self.part in {INGREDIENTS, STEPS}:
            self.take_line(line)
        elif self.part != BEFORE or not self.take_fact(line):
            self.put_text(_bare(line))

    def take_heading(self, name: str) -> None:
        self.goes_on = False
        kind = headings.kind(name, prominent=True)
        if not self.title:
            self.title = name
        elif kind in {INGREDIENTS, STEPS}:
            self.part = kind
            part = self.ingredients if kind == INGREDIENTS else self.steps
            part.append(Section(headings.subject(name)))
        elif self.part in {INGREDIENTS, STEPS} and kind != "end" and _field(name) != NOTES:
            (self.ingredients if self.part == INGREDIENTS else self.steps).append(Section(name))
        else:
            self.part = NOTES

    def take_line(self, line: str) -> None:
        """An item, a paragraph, or the rest of the one before."""
        lines = (self.ingredients if self.part == INGREDIENTS else self.steps)[-1].lines
        item = ITEM.match(line)
        text = _bare(item[1] if item else line.strip())
        if item is None and self.goes_on and lines:
            lines[-1] = f"{lines[-1]} {text}"
        elif text.strip():
            lines.append(text)
        self.goes_on = True

    def take_fact(self, line: str) -> bool:
        fact, tags, made = FACT.match(line), TAGS.match(line.strip()), YIELDS.match(line.strip())
        if tags or (made and ":" not in line):
            self.facts["tags" if tags else "servings"] = _bare((tags or made)[1])  # type: ignore[index]
            return True
        name = _field(fact[1]) if fact else ""
        if fact and name:
            self.facts.setdefault("prep" if name == STEPS else name, _bare(fact[2]).strip())
        return bool(name)

    def put_text(self, text: str) -> None:
        if self.part in self.texts and not PICTURE.search(text):
            self.texts[self.part].append(text)
