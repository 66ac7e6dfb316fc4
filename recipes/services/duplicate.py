"""Making one recipe of two. What belongs to the other goes along; the other is put away, and leads to the one kept."""

from uuid import UUID

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from recipes.content import RecipeContent, content_of
from recipes.lines import prepared
from recipes.merging import followings
from recipes.models import Recipe, VersionWhy
from recipes.queries.album import pictures_of
from recipes.queries.history import newest
from recipes.services.carrying import carry_favourites
from recipes.services.recipe import bring_back, lock_recipe, restore_recipe, write_over
from recipes.services.renewal import renew_recipes


@transaction.atomic
def merge_recipes(kept: Recipe, gone: Recipe, content: RecipeContent, *, by: User) -> Recipe:
    """`content` is what the kept one says from now on."""
    if kept.pk == gone.pk:
        raise DomainError(_("These are not two recipes, but one and the same."))
    require_role(kept.household, by, TABLE)
    ready = prepared(content)
    one, other = (lock_recipe(kept.household, id, by) for id in (kept.pk, gone.pk))
    before = content_of(one)
    change = write_over(one, ready, before, by=by, why=VersionWhy.MERGED) if before != ready.content else None
    _behind(one, other)
    moved = {name: rows.move(one.household, other, one) for name, rows in followings}
    carry_favourites(other.pk, one.pk)
    other.merged_into, other.deleted_at = one, timezone.now()
    other.save(update_fields=["merged_into", "deleted_at"])
    facts = {"name": one.name, "other": other.name, "gone": str(other.pk), "change": change, "moved": moved}
    record(one.household, "recipe.merged", by=by, subject=one.pk, facts=facts)
    _settle(one, other)
    return one


@transaction.atomic
def undo_merge(activity: Activity, by: User) -> None:
    """Both as they were, unless the kept one was changed since."""
    require_role(lock_household(activity.household), by, TABLE)
    kept, facts = lock_recipe(activity.household, activity.subject, by), activity.facts
    change = facts["change"]
    if change and newest(kept.pk) != change["after"]:
        raise DomainError(_("This has been changed again since."))
    gone = restore_recipe(activity.household, UUID(facts["gone"]), by=by)
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    for name, rows in followings:
        rows.back(kept.household, facts["moved"].get(name, []), gone, kept)
    if change:
        bring_back(kept, change["before"], change["lines"], by=by)
    _settle(kept, gone)


def _behind(kept: Recipe, gone: Recipe) -> None:
    """The pictures of the other behind those that are here."""
    last = pictures_of(kept).aggregate(last=Max("position"))["last"]
    if last is not None:
        pictures_of(gone).update(position=F("position") + last + 1)


def _settle(kept: Recipe, gone: Recipe) -> None:
    renew_recipes(kept.household, [kept.pk, gone.pk])
    for recipe in (kept, gone):
        announce(recipe.household, "recipe", recipe.pk)
