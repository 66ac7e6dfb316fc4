"""Writing recipes down, changing and deleting them. What a line means is worked out before anything is locked."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from recipes.content import RecipeContent, content_of
from recipes.lines import Prepared, Rows, prepared
from recipes.models import Recipe, RecipeIngredient, RecipeStep, VersionWhy
from recipes.queries.history import Span, columns_at, lines_at, newest, span_of
from recipes.services.renewal import renew_recipes
from recipes.services.version import add_versions, keep_first

LINES: dict[str, Any] = {"ingredients": RecipeIngredient, "steps": RecipeStep}


class ChangedMeanwhile(DomainError):  # noqa: N818 - a refusal, not an error
    """Somebody else has changed it since the form was opened."""


class WrittenAlready(DomainError):  # noqa: N818 - a refusal, not an error
    """Its id has another recipe, or one that is deleted: what was typed since would be lost without a word."""


@transaction.atomic
def save_recipe(
    household: Household, content: RecipeContent, *, by: User, id: UUID | None = None, source_key: str = ""
) -> Recipe:
    """A recipe of the household's own. `id` is the form's own: sent twice, it adds one."""
    require_role(household, by, TABLE)
    ready = replace(prepared(content), source_key=source_key)
    recipe, is_new = insert_recipe(lock_household(household), ready, by=by, id=id)
    if not is_new and (recipe.deleted_at or content_of(recipe) != ready.content):
        raise WrittenAlready(_("This was written down already. Save again to have it as a second recipe."))
    if is_new:
        record(household, "recipe.added", by=by, subject=recipe.pk, facts={"name": recipe.name})
        announce(household, "recipe", recipe.pk)
    return recipe


def insert_recipe(
    household: Household,
    ready: Prepared,
    *,
    by: User,
    id: UUID | None = None,
    why: VersionWhy = VersionWhy.WRITTEN,
) -> tuple[Recipe, bool]:
    """The rows of a recipe in a locked household, and whether they are new."""
    recipe = Recipe(id=id or new_id(), household=household, added_by=by, source_key=ready.source_key, **ready.columns)
    try:
        with transaction.atomic():
            recipe.save(force_insert=True)
    except IntegrityError as error:
        found = Recipe.objects.filter(household=household, pk=recipe.pk).first()
        if found is None:
            raise DomainError(_("This could not be saved: open the form again.")) from error
        return found, False
    _write_lines(recipe, ready.rows)
    _keep(recipe, ready.content, why, by)
    return recipe, True


def _keep(recipe: Recipe, content: RecipeContent, why: VersionWhy, by: User) -> None:
    """What every writing of a recipe ends with."""
    add_versions(recipe.household, {recipe.pk: content}, by=by, why=why, at=recipe.changed_at)
    renew_recipes(recipe.household, [recipe.pk])


def _write_lines(recipe: Recipe, rows: Rows, kinds: Iterable[str] = LINES) -> None:
    """The lines of these kinds of a recipe that has none of them."""
    for kind in kinds:
        lines = getattr(rows, kind)
        for line in lines:
            line.recipe, line.household_id = recipe, recipe.household_id
        LINES[kind].objects.bulk_create(lines)


@transaction.atomic
def change_recipe(
    recipe: Recipe,
    content: RecipeContent,
    *,
    by: User,
    seen: datetime | None = None,
    why: VersionWhy = VersionWhy.CHANGED,
) -> Recipe:
    """`seen` is when the recipe had last been changed as the form was opened: nothing newer is written over."""
    require_role(recipe.household, by, TABLE)
    ready = prepared(content)
    locked = lock_recipe(recipe.household, recipe.pk, by)
    before = content_of(locked)
    if before == ready.content:
        return locked
    if seen is not None and locked.changed_at != seen:
        raise ChangedMeanwhile(_("Somebody changed this recipe while you did. Save again to have it your way."))
    change = write_over(locked, ready, before, by=by, why=why)
    record(locked.household, "recipe.changed", by=by, subject=locked.pk, facts={"name": locked.name, **change})
    announce(locked.household, "recipe", locked.pk)
    return locked


def write_over(recipe: Recipe, ready: Prepared, before: RecipeContent, *, by: User, why: VersionWhy) -> dict[str, Any]:
    """A locked recipe that says `before` with another content; the facts by which `bring_back` takes that back."""
    keep_first(recipe, before)
    event = newest(recipe.pk)
    kinds = [kind for kind in LINES if getattr(before, kind) != getattr(ready.content, kind)]
    spans = {kind: _take_out(recipe, kind) for kind in kinds}
    for name, value in ready.columns.items():
        setattr(recipe, name, value)
    recipe.save()
    _write_lines(recipe, ready.rows, spans)
    _keep(recipe, ready.content, why, by)
    return {"before": event, "after": newest(recipe.pk), "lines": spans}


def _take_out(recipe: Recipe, kind: str) -> Span:
    """Delete the recipe's lines of one kind; where the audit trail keeps them."""
    lines = LINES[kind].objects.filter(household_id=recipe.household_id, recipe=recipe)
    ids = list(lines.values_list("pk", flat=True))
    lines.delete()
    return span_of(LINES[kind], ids)


def bring_back(recipe: Recipe, event: int, spans: dict[str, Span], *, by: User) -> None:
    """A locked recipe as it was before a change, from the audit trail."""
    for name, value in columns_at(event, RecipeContent("").columns).items():
        setattr(recipe, name, value)
    for kind, span in spans.items():
        before = lines_at(LINES[kind], recipe, span)
        LINES[kind].objects.filter(household_id=recipe.household_id, recipe=recipe).delete()
        LINES[kind].objects.bulk_create(before)
    recipe.save()
    _keep(recipe, content_of(recipe), VersionWhy.RESTORED, by)
    announce(recipe.household, "recipe", recipe.pk)


@transaction.atomic
def delete_recipe(recipe: Recipe, *, by: User) -> None:
    """It is out of sight and can come back."""
    household = lock_household(recipe.household)
    require_role(household, by, TABLE)
    if put_away(household, recipe.pk):
        record(household, "recipe.deleted", by=by, subject=recipe.pk, facts={"name": recipe.name})


def put_away(household: Household, id: UUID) -> bool:
    """Out of sight, in a locked household; whether it had been in sight."""
    gone = Recipe.objects.filter(household=household, pk=id, deleted_at=None).first()
    if gone is None:
        return False
    gone.deleted_at = timezone.now()
    gone.save(update_fields=["deleted_at"])
    renew_recipes(household, [gone.pk])
    announce(household, "recipe", gone.pk)
    return True


@transaction.atomic
def restore_recipe(household: Household, id: UUID, *, by: User) -> Recipe:
    require_role(lock_household(household), by, TABLE)
    recipes = Recipe.objects.filter(household=household)
    gone = recipes.filter(pk=id).exclude(deleted_at=None).first()
    if gone is None:
        raise DomainError(_("This recipe is not deleted."))
    if gone.source_key and recipes.filter(source_key=gone.source_key, deleted_at=None).exists():
        raise DomainError(_("This recipe has been brought in again since, and is here."))
    gone.deleted_at = None
    gone.save(update_fields=["deleted_at"])
    renew_recipes(household, [gone.pk])
    announce(household, "recipe", gone.pk)
    return gone


def lock_recipe(household: Household, id: UUID | None, by: User) -> Recipe:
    """The recipe as it is now, in a locked household, for somebody who may change it."""
    require_role(lock_household(household), by, TABLE)
    found = Recipe.objects.filter(household=household, pk=id, deleted_at=None).first() if id else None
    if found is None:
        raise DomainError(_("This recipe is not here any more."))
    return found
