"""What a recipe says, apart from where it is kept: what a form, an import and a tool hand to the services."""

from dataclasses import asdict, dataclass, field, fields, replace
from decimal import Decimal
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db.models import Value
from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.visible import one_line, visible
from recipes.importers.draft import Section
from recipes.models import Recipe, RecipeIngredient, RecipeStep
from recipes.models.recipe import MOST_MINUTES
from recipes.sections import parted, without_number

MOST_INGREDIENTS, MOST_STEPS, MOST_TAGS, MOST_EQUIPMENT, MOST_LABEL = 200, 150, 20, 40, 40
LONGEST_INGREDIENT, LONGEST_STEP, LONGEST_SECTION = 500, 5000, 120
MOST_SERVINGS = Decimal(1000)
LONGEST_LABEL = 100
LINES = ("name", "emoji", "servings_of", "yields", "cuisine", "category", "source_name", "source_url", "author")
TEXTS = {"description": 2000, "notes": 10_000}
MINUTES = ("prep_minutes", "cook_minutes", "rest_minutes")


@dataclass(frozen=True)
class RecipeContent:
    """Times are minutes; `servings` is for how many the amounts are, `servings_of` what these are ("" for people).
    Sections without a name have the name "". `label` is what the source declares of one serving.
    """

    name: str
    ingredients: list[Section] = field(default_factory=list)
    steps: list[Section] = field(default_factory=list)
    servings: Decimal | None = None
    servings_of: str = ""
    yields: str = ""
    prep_minutes: int | None = None
    cook_minutes: int | None = None
    rest_minutes: int | None = None
    difficulty: int | None = None
    emoji: str = ""
    description: str = ""
    cuisine: str = ""
    category: str = ""
    tags: list[str] = field(default_factory=list)
    equipment: list[str] = field(default_factory=list)
    notes: str = ""
    source_url: str = ""
    source_name: str = ""
    author: str = ""
    label: dict[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> dict[str, Any]:
        """What stands in the recipe's own row."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in {"ingredients", "steps"}}

    def as_json(self) -> dict[str, Any]:
        """As it is kept as a version and exported: plain JSON, amounts exact as text."""
        servings = None if self.servings is None else f"{Decimal(self.servings).normalize():f}"
        return {**asdict(self), "servings": servings}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """What `as_json` gave, also that of an earlier program, which knew fewer fields or others."""
        given = {one.name: kept[one.name] for one in fields(cls) if one.name in kept}
        for name in ("ingredients", "steps"):
            given[name] = [Section(one["name"], list(one["lines"])) for one in kept.get(name, [])]
        servings = kept.get("servings")
        return cls(**{**given, "servings": None if servings is None else Decimal(servings)})


def checked(content: RecipeContent) -> RecipeContent:
    """The content as it can be kept, or a refusal that says which part cannot."""
    tidied = tidy(content)
    if not tidied.name:
        raise DomainError(_("Give the dish a name."), field="name")
    if tidied.servings is not None and not 0 < tidied.servings <= MOST_SERVINGS:
        raise DomainError(_("A recipe is for somebody: more than nothing, at most 1000."), field="servings")
    for name in MINUTES:
        if not 0 <= (getattr(tidied, name) or 0) <= MOST_MINUTES:
            raise DomainError(_("No dish takes that long."), field=name)
    _check_lines(tidied)
    _check_columns(tidied)
    return tidied


def tidy(content: RecipeContent) -> RecipeContent:
    changed: dict[str, Any] = {name: one_line(getattr(content, name)) for name in LINES}
    changed |= {name: visible(getattr(content, name)).strip() for name in TEXTS}
    for name in ("tags", "equipment"):
        changed[name] = list(dict.fromkeys(filter(None, map(one_line, getattr(content, name)))))
    changed["label"] = {one_line(key): one_line(value) for key, value in content.label.items()}
    changed["ingredients"] = [part for one in content.ingredients for part in parted(one)]
    changed["steps"] = [Section(one_line(one.name), steps) for one in content.steps if (steps := _steps(one))]
    changed["servings"] = content.servings and round(content.servings, 2)
    changed |= {name: getattr(content, name) or None for name in MINUTES}
    return replace(content, **changed)


def _steps(section: Section) -> list[str]:
    return [step for line in section.lines if (step := without_number(one_line(line)))]


def _check_lines(content: RecipeContent) -> None:
    parts = (
        ("ingredients", content.ingredients, MOST_INGREDIENTS, LONGEST_INGREDIENT),
        ("steps", content.steps, MOST_STEPS, LONGEST_STEP),
    )
    for name, sections, most, longest in parts:
        lines = [line for one in sections for line in one.lines]
        if len(lines) > most:
            sentence = _("These are %(count)s lines; at most %(most)s have room here.")
            raise DomainError(sentence % {"count": len(lines), "most": most}, field=name)
        for line in (*lines, *(one.name for one in sections)):
            if len(line) > (longest if line in lines else LONGEST_SECTION):
                raise DomainError(_("This line is too long: “%(line)s …”") % {"line": line[:40]}, field=name)


def _check_columns(content: RecipeContent) -> None:
    if len(content.tags) > MOST_TAGS:
        raise DomainError(_("That is more than %(most)s tags.") % {"most": MOST_TAGS}, field="tags")
    if len(content.equipment) > MOST_EQUIPMENT:
        sentence = _("That is more than %(most)s things to cook with.")
        raise DomainError(sentence % {"most": MOST_EQUIPMENT}, field="equipment")
    if len(content.label) > MOST_LABEL or any(len(text) > LONGEST_LABEL for text in _words_of(content.label)):
        raise DomainError(_("What is declared of one serving is too long."), field="label")
    for name, most in TEXTS.items():
        if len(getattr(content, name)) > most:
            raise DomainError(_("This is too long: at most %(most)s characters.") % {"most": most}, field=name)
    recipe = Recipe(**content.columns)
    try:
        recipe.clean_fields(exclude={"id", "household", "name_key", "added_by", "merged_into"})
    except ValidationError as error:
        name, sentences = next(iter(error.message_dict.items()))
        raise DomainError(sentences[0], field=name) from error


def _words_of(label: dict[str, str]) -> list[str]:
    return [*label, *label.values()]


def content_of(recipe: Recipe) -> RecipeContent:
    """What is kept of a recipe, as it would be handed in again."""
    columns = {name: getattr(recipe, name) for name in RecipeContent("").columns}
    lines = (_lines(RecipeIngredient, "original", recipe), _lines(RecipeStep, "text", recipe))
    rows = list(lines[0].union(lines[1], all=True).order_by("kind", "position", "pk"))
    ingredients, steps = ([row[3:] for row in rows if row[0] == kind] for kind in ("ingredient", "step"))
    return RecipeContent(**columns, ingredients=gathered(ingredients), steps=gathered(steps))


def _lines(model: Any, text: str, recipe: Recipe) -> Any:
    """Rows of one of the two kinds in the shape of both, to be asked for at once."""
    kind = Value("ingredient" if model is RecipeIngredient else "step")
    found = model.objects.filter(recipe=recipe).order_by().annotate(kind=kind)
    return found.values_list("kind", "position", "pk", "section", text)


def gathered(rows: Any) -> list[Section]:
    """Pairs of section and line, as sections of lines."""
    found: list[Section] = []
    for name, line in rows:
        if not found or found[-1].name != name:
            found.append(Section(name))
        found[-1].lines.append(line)
    return found
