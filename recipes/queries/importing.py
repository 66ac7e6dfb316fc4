"""What an import has come to, for its page and for the list of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from accounts.models import Household
from recipes.models import ImportBatch, ImportLine, ImportOutcome, ImportSource, ImportState, Recipe, RecipePicture

PAGE, NEWEST = 40, 5
MOVING = {ImportState.WAITING, ImportState.RUNNING}


@dataclass(frozen=True)
class ImportPage:
    """`only` is the one outcome that is shown, "" for all; `recipe` the one that an import of one brought."""

    batch: ImportBatch
    sources: Sequence[ImportSource]
    lines: Page[ImportLine]
    only: str
    recipe: Recipe | None = None
    picture: RecipePicture | None = None

    @property
    def is_moving(self) -> bool:
        return self.batch.state in MOVING

    @property
    def read(self) -> int:
        return self.batch.imported + self.batch.already + self.batch.failed

    @property
    def wanting(self) -> list[ImportSource]:
        """The tables of which somebody has to say which column is what."""
        return [source for source in self.sources if source.state == ImportState.MAPPING]

    @property
    def stopped(self) -> list[ImportSource]:
        return [source for source in self.sources if source.state == ImportState.FAILED]

    @property
    def counts(self) -> list[tuple[str, Any, int]]:
        """What can be shown alone, where there is more than one kind."""
        told = [(one.value, one.label, getattr(self.batch, one.value)) for one in ImportOutcome]
        given = [one for one in told if one[2]]
        return given if len(given) > 1 else []


def import_page(batch: ImportBatch, only: str, number: str) -> ImportPage:
    lines = batch.lines.select_related("recipe").order_by("source__number", "number")
    shown = lines.filter(outcome=only) if only in ImportOutcome.values else lines
    page = Paginator(shown, PAGE).get_page(number)
    recipe = _the_one(batch, page)
    picture = RecipePicture.objects.filter(household=batch.household, recipe=recipe).first() if recipe else None
    return ImportPage(
        batch=batch,
        sources=list(batch.sources.all()),
        lines=page,
        only=only if only in ImportOutcome.values else "",
        recipe=recipe,
        picture=picture,
    )


def _the_one(batch: ImportBatch, page: Page[ImportLine]) -> Recipe | None:
    """Of an import of one, where it is read: what somebody wants to cook from now."""
    lines = list(page)
    if batch.state != ImportState.DONE or batch.imported + batch.already + batch.failed != 1 or not lines:
        return None
    recipe = lines[0].recipe
    return recipe if recipe is not None and recipe.deleted_at is None else None


def imports_of(household: Household) -> QuerySet[ImportBatch]:
    return ImportBatch.objects.filter(household=household).select_related("by")
