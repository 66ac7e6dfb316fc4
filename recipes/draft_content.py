"""From what an importer read to what can be kept: a long remark is cut, an ingredient or a step never."""

from decimal import Decimal

from recipes.content import LONGEST_LABEL, LONGEST_STEP, MOST_EQUIPMENT, MOST_TAGS, RecipeContent
from recipes.importers import Draft, Section
from recipes.models.recipe import MOST_MINUTES
from recipes.sources import host_of

LONGEST_URL = 1000
MOST_SERVINGS = Decimal(1000)
HARDEST = 5


def content_of_draft(draft: Draft) -> RecipeContent:
    """A draft within the lengths of what is kept."""
    prep, cook, rest = minutes_of(draft)
    servings = draft.servings if draft.servings and 0 < draft.servings <= MOST_SERVINGS else None
    return RecipeContent(
        name=draft.title[:160],
        ingredients=draft.ingredients,
        steps=[Section(one.name, [part for line in one.lines for part in pieces(line)]) for one in draft.steps],
        servings=servings,
        servings_of=draft.servings_of[:40] if servings or draft.exact else "",
        yields=draft.yields[:80] or ("" if servings else draft.servings_words[:80]),
        prep_minutes=prep,
        cook_minutes=cook,
        rest_minutes=rest,
        difficulty=draft.difficulty if draft.difficulty and 0 < draft.difficulty <= HARDEST else None,
        emoji=draft.emoji[:8],
        description=draft.description[:2000],
        cuisine=draft.cuisine[:60],
        category=draft.category[:60],
        tags=[tag[:40] for tag in draft.tags[:MOST_TAGS]],
        equipment=[one[:80] for one in draft.equipment[:MOST_EQUIPMENT]],
        notes=draft.notes[:10_000],
        source_url=draft.source_url if host_of(draft.source_url) and len(draft.source_url) <= LONGEST_URL else "",
        source_name=draft.source_name[:160],
        author=draft.author[:160],
        label={name: value for name, value in draft.nutrients.items() if len(name) + len(value) <= LONGEST_LABEL},
    )


def minutes_of(draft: Draft) -> tuple[int | None, int | None, int | None]:
    """Preparation, cooking and waiting; a total that says more than the other two together is waiting."""
    prep, cook, rest, total = (
        given if given and 0 < given <= MOST_MINUTES else None
        for given in (draft.prep_minutes, draft.cook_minutes, draft.rest_minutes, draft.total_minutes)
    )
    if rest is not None or total is None:
        return prep, cook, rest
    if prep is None and cook is None:
        return None, total, None
    left = total - (prep or 0) - (cook or 0)
    return prep, cook, left if left > 0 else None


def pieces(step: str) -> list[str]:
    """A step of several paragraphs as several steps; one beyond all bounds in parts."""
    return [
        part[at : at + LONGEST_STEP] for part in step.splitlines() for at in range(0, len(part.strip()), LONGEST_STEP)
    ]
