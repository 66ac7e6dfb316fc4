"""Words that a household corrected: what it says once is remembered, and goes before what the catalogue would guess."""

from django.utils.translation import gettext as _

from accounts.models import Household, User
from kitchen.errors import DomainError
from kitchen.visible import one_line
from pantry.catalogue import name_key
from pantry.food_rows import food_rows
from pantry.matching.index import spelled
from pantry.models import FoodId, OwnFood, food_text, of_foods
from pantry.queries.foods import match
from pantry.services.food import MOST_ALIASES
from pantry.services.food_keeping import LONGEST_NAME, Change, changing, known
from pantry.services.food_merge import set_food


def remember_match(household: Household, text: str, ref: FoodId, *, by: User) -> OwnFood | None:
    """What is called so is this food from now on; what is there already and called so becomes it too.

    None where that was known. The word is taken from whatever food of the household had it.
    """
    word, key = one_line(text)[:LONGEST_NAME], " ".join(spelled(text))
    if not key:
        raise DomainError(_("Write a word for it."), field="text")
    with changing(household, by) as change:
        food, before = known(ref), match(word).food
        if before and before.id == food.id:
            _rename_rows(change, word, food.id)
            if not change.moved:
                return None
        row = change.row(food.id)
        others = _without(change, key, row)
        if before is None or before.id != food.id:
            if len(row.aliases) >= MOST_ALIASES:
                raise DomainError(_("This food has as many words as there can be: forget one first."), field="text")
            row.aliases = [*(one for one in row.aliases if spelled(one) != spelled(word)), word]
            _rename_rows(change, word, food.id)
        change.tell("food.remembered", row, *others, text=word, name=food.name, to=food_text(food.id))
        return row


def forget_match(household: Household, text: str, ref: FoodId, *, by: User) -> OwnFood:
    """The word means again what the catalogue says; what is there stays what it is."""
    with changing(household, by) as change:
        food = known(ref)
        row = change.row(food.id)
        row.aliases = [one for one in row.aliases if spelled(one) != spelled(text)]
        change.tell("food.forgotten", row, text=text, name=food.name)
        return row


def _without(change: Change, key: str, but: OwnFood) -> list[OwnFood]:
    """Other rows that had the word, without it."""
    found = []
    for other in OwnFood.objects.filter(household=change.household).exclude(pk=but.pk).exclude(aliases=[]):
        left = [one for one in other.aliases if " ".join(spelled(one)) != key]
        if left != other.aliases:
            change.row(other.pk)
            other.aliases = left
            found.append(other)
    return found


def _rename_rows(change: Change, word: str, to: FoodId) -> None:
    """What is called exactly so and can still be seen, whatever food it was taken for."""
    for name, rows in food_rows:
        found = rows.in_household(change.household).filter(name_key=name_key(word))
        by_food: dict[str, list[str]] = {}
        for row in found.filter(rows.there).exclude(of_foods([to])).only("pk", "food_id", "own_food_id"):
            by_food.setdefault(food_text(row.food_ref), []).append(str(row.pk))
        for ref, ids in by_food.items():
            set_food(rows.model, change.household, ids, to)
            change.moved.append((name, ref, ids))
