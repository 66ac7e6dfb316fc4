"""Cooklang: metadata in front, ingredients marked where a step first names them, the rest before the steps."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from recipes.exporters.recipe_out import RecipeOut
from recipes.importers.draft import Section
from recipes.parsing import parse_line

MEDIA_TYPE, ENDING = "text/plain; charset=utf-8", "cook"
# A sign before a space is text, and so the text is kept readable.
SIGN = re.compile(r"([@#~])(?=[^\s])")
COMMENT, BLOCK, MARKS = re.compile(r"-{2,}"), re.compile(r"\[-"), re.compile(r"[@#~{}%()\n]")
SHORTEST = 3
OPTIONAL = "optional"


def text_of(out: RecipeOut) -> str:
    head = "\n".join(f"{name}: {value}" for name, value in _facts(out) if value)
    body = "\n\n".join(_body(out))
    notes = "\n".join(f"> {_plain(line)}" for line in out.content.notes.splitlines() if line.strip())
    return "\n\n".join(part for part in (f"---\n{head}\n---", body, notes) if part) + "\n"


def _facts(out: RecipeOut) -> Iterator[tuple[str, str]]:
    content = out.content
    yield "title", _value(content.name)
    yield "description", _value(content.description)
    yield "source", _value(content.source_url or content.source_name)
    yield "author", _value(content.author)
    yield "servings", _value(out.made)
    yield "course", _value(content.category)
    yield "cuisine", _value(content.cuisine)
    yield "difficulty", str(content.difficulty or "")
    yield "prep time", _minutes(content.prep_minutes)
    yield "cook time", _minutes(content.cook_minutes)
    yield "time required", _minutes(out.total_minutes)
    yield "tags", "".join(f"\n  - {_value(tag)}" for tag in content.tags)


def _value(text: str) -> str:
    return " ".join(text.split())


def _minutes(minutes: int | None) -> str:
    return f"{minutes} minutes" if minutes else ""


def _body(out: RecipeOut) -> Iterator[str]:
    for name, ingredients, steps in _groups(out.content.ingredients, out.content.steps):
        if name:
            yield f"= {_value(name)}"
        texts = [_plain(step) for step in steps]
        marked, rest = _marked(texts, ingredients)
        if rest:
            yield ", ".join(_mark(parse_line(line).name or line, line) for line in rest)
        yield from marked


Group = tuple[str, list[str], list[str]]


def _groups(ingredients: list[Section], steps: list[Section]) -> Iterator[Group]:
    """Ingredients and steps below one name. What has none comes first: the language cannot end a section."""
    lines: dict[str, list[str]] = {}
    for section in ingredients:
        lines.setdefault(section.name, []).extend(section.lines)
    begins_bare = bool(steps) and not steps[0].name
    yield "", lines.pop("", []), steps[0].lines if begins_bare else []
    later = steps[1:] if begins_bare else steps
    named = {section.name for section in later}
    yield from ((name, found, []) for name, found in lines.items() if name not in named)
    yield from ((section.name or "—", lines.pop(section.name, []), section.lines) for section in later)


def _marked(steps: list[str], ingredients: Iterable[str]) -> tuple[list[str], list[str]]:
    """The steps with marks where they first name an ingredient, and the lines that none of them names."""
    places: list[list[tuple[int, int, str]]] = [[] for _step in steps]
    rest: list[str] = []
    for line in sorted(ingredients, key=lambda line: -len(parse_line(line).name)):
        place = _place(steps, places, parse_line(line).name)
        if place is None:
            rest.append(line)
        else:
            at, start, end = place
            places[at].append((start, end, _mark(steps[at][start:end], line)))
    order = list(ingredients)
    marked = [_replaced(step, found) for step, found in zip(steps, places, strict=True)]
    return marked, sorted(rest, key=order.index)


def _place(steps: list[str], taken: list[list[tuple[int, int, str]]], name: str) -> tuple[int, int, int] | None:
    if len(name) < SHORTEST or MARKS.search(name):
        return None
    words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for at, step in enumerate(steps):
        for found in words.finditer(step):
            if all(found.end() <= start or found.start() >= end for start, end, _mark in taken[at]):
                return at, found.start(), found.end()
    return None


def _replaced(step: str, places: list[tuple[int, int, str]]) -> str:
    for start, end, mark in sorted(places, reverse=True):
        step = step[:start] + mark + step[end:]
    return step


def _mark(name: str, line: str) -> str:
    read = parse_line(line)
    amount = "" if read.quantity is None else _number(read.quantity)
    if read.quantity_max is not None:
        amount = f"{amount}-{_number(read.quantity_max)}"
    unit = f"%{read.unit}" if read.unit else ""
    # Not every program knows the language's mark for it.
    said = ", ".join(filter(None, (read.note, OPTIONAL if read.optional else "")))
    note = _value(MARKS.sub(" ", said))
    return f"@{_value(MARKS.sub(' ', name))}{{{amount or ('1' if unit else '')}{unit}}}" + (f"({note})" if note else "")


def _number(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _plain(text: str) -> str:
    """A text in which nothing is a mark by chance."""
    bare = BLOCK.sub("[ -", COMMENT.sub("–", SIGN.sub(r"\1 ", _value(text))))
    return f" {bare}" if bare.startswith(("=", ">")) else bare
