"""What the digest says of dishes: what could be cooked from what must be eaten, and from little else."""

from datetime import date

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.digest.sections import Line, Section
from accounts.models import Household, User
from pantry.digest import Due, due_lots
from pantry.queries.foods import food
from recipes.queries.card import RecipeCard
from recipes.queries.cookable import Limits, what_can_i_cook

MOST_DISHES, MOST_MISSING = 3, 2


def tell_cookable(household: Household, person: User, today: date) -> Section | None:
    """Only what everybody who eats there may have, and uses up something that the digest names."""
    del person
    urgent = {_called(one) for one in due_lots(household, today) if not one.is_unsafe}
    if not urgent:
        return None
    found = what_can_i_cook(household, today=today, limits=Limits(most_missing=MOST_MISSING, uses_up=True))
    dishes = [one.recipe for one in found.dishes]
    fitting = [card for card in dishes if any(name.casefold() in urgent for name in card.uses)]
    if not fitting:
        return None
    return Section(
        title=_("You could cook"),
        lines=[_line(card) for card in fitting[:MOST_DISHES]],
        url=reverse("home:tonight", kwargs={"code": household.code}),
    )


def _called(one: Due) -> str:
    known = food(one.item.food_ref)
    return (known.name if known else one.item.name).casefold()


def _line(card: RecipeCard) -> Line:
    facts = {"uses": capfirst(card.uses_up), "here": card.lacks or card.here}
    return Line(card.name, _("%(uses)s; %(here)s.") % facts)
