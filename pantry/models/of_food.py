"""Rows that mean a food: one of the catalogue, by its number, or one of the household's own, by its UUID."""

from collections.abc import Iterable
from typing import TypeAlias
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from pantry.models.food import Food
from pantry.models.own_food import OwnFood

FoodId: TypeAlias = int | UUID


class OfFood(models.Model):
    """`food_ref` reads and sets which food is meant, null where nobody knows."""

    food = models.ForeignKey(Food, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    own_food = models.ForeignKey(OwnFood, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(food__isnull=True) | models.Q(own_food__isnull=True),
                name="%(app_label)s_%(class)s_one_food",
                violation_error_message=_("It can be one food only."),
            )
        ]

    @property
    def food_ref(self) -> FoodId | None:
        return self.own_food_id or self.food_id

    @food_ref.setter
    def food_ref(self, ref: FoodId | None) -> None:
        self.food_id = ref if isinstance(ref, int) else None
        self.own_food_id = ref if isinstance(ref, UUID) else None


def of_foods(refs: Iterable[FoodId]) -> models.Q:
    """The condition that a row means one of these; for none, one that no row meets."""
    given = set(refs)
    numbers, own = {ref for ref in given if isinstance(ref, int)}, {ref for ref in given if isinstance(ref, UUID)}
    found = models.Q(food_id__in=numbers) if numbers or not own else models.Q()
    return found | models.Q(own_food_id__in=own) if own else found


def food_text(ref: FoodId | None) -> str:
    """As it stands in a form, an address or JSON."""
    return "" if ref is None else str(ref)


def read_food_ref(text: object) -> FoodId | None:
    """What `food_text` wrote, or a number; None for everything else."""
    told = str(text or "").strip()
    if told.isascii() and told.isdigit() and len(told) <= 9:  # noqa: PLR2004 - what an integer column holds
        return int(told)
    try:
        return UUID(told)
    except ValueError:
        return None
