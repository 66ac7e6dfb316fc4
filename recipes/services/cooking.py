"""Cooking a dish: the stock goes, what is left is put away, the cook log has a line. Done once, undone at once."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.roles import TABLE
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.zones import zone
from pantry.services.new_lots import NewLot
from pantry.services.stock_made import Making, Use, make_of_stock
from pantry.services.stock_undo import take_back
from recipes.models import Recipe, RecipeCooking
from recipes.queries.cook_log import VERB, cooking_by, newest_cooking
from recipes.services.indexing import index_recipes
from recipes.services.recipe import lock_recipe

LONGEST_NOTE = 2000


class CookedMeanwhile(DomainError):  # noqa: N818 - a refusal, not an error
    """Somebody else has written down the same meal since the page was drawn."""


@dataclass(frozen=True)
class Plan:
    """What somebody decided: which lots go, what is left and where it lies, for how many and when it was.

    `newest` is the newest line of the cook log that they knew of ("" for none): a newer one is told before a second
    is written. None asks for no such look.
    """

    servings: Decimal | None = None
    uses: tuple[Use, ...] = ()
    leftovers: NewLot | None = None
    note: str = ""
    cooked_at: datetime | None = None
    newest: str | None = None


@transaction.atomic
def cook_recipe(recipe: Recipe, plan: Plan, *, by: User, operation: UUID) -> RecipeCooking:
    """All of the plan or nothing of it; the same operation once."""
    locked = lock_recipe(recipe.household, recipe.pk, by)
    if again := cooking_by(locked.household, operation):
        if again.undone_at:
            raise DomainError(_("This has been taken back: load the page again to do it anew."))
        return again
    check_alone(locked, plan)
    made = (plan.leftovers,) if plan.leftovers else ()
    facts = {"name": locked.name, "left": portions(plan.leftovers)}
    lots = make_of_stock(locked.household, Making(VERB, plan.uses, made, facts), by=by, operation=operation)
    cooking = RecipeCooking.objects.create(
        household=locked.household,
        recipe=locked,
        operation=operation,
        cooked_at=plan.cooked_at or timezone.now(),
        by=by,
        servings=plan.servings,
        note=plan.note.strip()[:LONGEST_NOTE],
        leftovers=lots[0] if lots else None,
    )
    changed(locked)
    return cooking


def portions(leftovers: NewLot | None) -> str:
    """For the feed, which tells them in the words of whoever reads."""
    return str(leftovers.quantity.amount) if leftovers and leftovers.quantity else ""


def check_alone(recipe: Recipe, plan: Plan) -> None:
    if plan.newest is None or newest_cooking(recipe) in ("", plan.newest):
        return
    newest = RecipeCooking.objects.select_related("by").get(pk=newest_cooking(recipe))
    when = timezone.localtime(newest.cooked_at, zone(recipe.household.time_zone))
    told = {"who": newest.by.called if newest.by else _("Somebody"), "day": date_format(when, "j M, H:i")}
    raise CookedMeanwhile(
        _("%(who)s has written down that this was cooked (%(day)s). Save again only if it was cooked once more.") % told
    )


def changed(recipe: Recipe) -> None:
    """When it was cooked last decides what is found."""
    index_recipes(recipe.household, [recipe.pk])
    announce(recipe.household, "recipe", recipe.pk)


@transaction.atomic
def note_cooking(cooking: RecipeCooking, note: str, *, by: User) -> None:
    household = lock_household(cooking.household)
    require_role(household, by, TABLE)
    found = RecipeCooking.objects.filter(household=household, pk=cooking.pk, undone_at=None).first()
    if found is None:
        raise DomainError(_("This has been taken back."))
    found.note = note.strip()[:LONGEST_NOTE]
    found.save(update_fields=["note"])
    announce(household, "recipe", found.recipe_id)


@transaction.atomic
def undo_cooking(activity: Activity, by: User) -> None:
    """Everything goes back where it was, but for what has changed since: that stays, and the feed's line says so."""
    stays = take_back(activity.household, activity.subject, by)
    cooking = cooking_by(activity.household, activity.subject) if activity.subject else None
    if cooking and cooking.undone_at is None:
        cooking.undone_at = timezone.now()
        cooking.save(update_fields=["undone_at"])
        changed(Recipe(pk=cooking.recipe_id, household=activity.household))
    activity.facts = {**activity.facts, "stays": stays}
    activity.save(update_fields=["facts"])
