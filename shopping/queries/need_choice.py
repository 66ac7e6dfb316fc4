"""Dishes that can be chosen to be shopped for together: what was cooked last first, or what somebody looks for."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from accounts.models import Household
from kitchen.units import Quantity, tell
from pantry.matching import name_key
from recipes.models import Recipe

MOST = 48
PLAIN = "🍽️"


@dataclass(frozen=True)
class Offered:
    id: UUID
    name: str
    emoji: str
    servings: str
    chosen: bool


def dishes_to_choose(household: Household, text: str, chosen: Collection[UUID]) -> list[Offered]:
    """Those that are chosen already stay, before what was looked for. Two queries."""
    dishes = Recipe.objects.filter(household=household, deleted_at=None)
    for word in name_key(text).split():
        dishes = dishes.filter(name_key__contains=word)
    lately = dishes.exclude(pk__in=chosen).order_by(F("standing__last_cooked").desc(nulls_last=True), "name_key", "pk")
    kept = Recipe.objects.filter(household=household, deleted_at=None, pk__in=chosen).order_by("name_key", "pk")
    found = [*kept.only(*NEEDED), *lately.only(*NEEDED)[:MOST]]
    return [
        Offered(
            id=one.pk,
            name=one.name,
            emoji=one.emoji or PLAIN,
            servings=tell(Quantity(one.servings, "piece")) if one.servings else "",
            chosen=one.pk in chosen,
        )
        for one in found
    ]


NEEDED = ("name", "emoji", "servings")
