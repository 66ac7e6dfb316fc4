"""Inverses of what the feed tells of collections. Each is refused where the same has been said otherwise since."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.roles import TABLE
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from recipes.models import CollectionEntry, RecipeCollection
from recipes.services.collection import call, check_name, lock_collection, put_aside, put_in
from recipes.services.recipe import lock_recipe


@transaction.atomic
def undo_creation(activity: Activity, by: User) -> None:
    """One that dishes were put into since stays."""
    locked = lock_collection(activity.household, activity.subject, by)
    if CollectionEntry.objects.filter(household=locked.household, collection=locked).exists():
        raise DomainError(_("There are dishes in it now: delete the collection instead."))
    put_aside(locked)


@transaction.atomic
def undo_renaming(activity: Activity, by: User) -> None:
    locked, facts = lock_collection(activity.household, activity.subject, by), activity.facts
    if (locked.name, locked.emoji) != (facts["name"], facts["emoji"]):
        raise DomainError(_("This has been changed again since."))
    call(locked, facts["from"], facts["from_emoji"])


@transaction.atomic
def undo_deletion(activity: Activity, by: User) -> None:
    household = lock_household(activity.household)
    require_role(household, by, TABLE)
    collections = RecipeCollection.objects.select_related("household").filter(household=household)
    deleted = collections.exclude(deleted_at=None)
    gone = deleted.filter(pk=activity.subject).first() if activity.subject else None
    if gone is None:
        raise DomainError(_("This collection is not deleted."))
    check_name(gone)
    gone.deleted_at = None
    gone.save(update_fields=["deleted_at"])
    announce(household, "recipe")


@transaction.atomic
def undo_choice(activity: Activity, by: User) -> None:
    """The dish is taken out of what it was put into, and is back where it was."""
    recipe, facts = lock_recipe(activity.household, activity.subject, by), activity.facts
    entries = CollectionEntry.objects.filter(household=recipe.household, recipe=recipe)
    added, gone = list(map(UUID, facts["added"])), {UUID(id): position for id, position in facts["gone"]}
    if entries.filter(collection__in=added).count() != len(added) or entries.filter(collection__in=gone).exists():
        raise DomainError(_("This has been changed again since."))
    entries.filter(collection__in=added).delete()
    collections = RecipeCollection.objects.filter(household=recipe.household, deleted_at=None, pk__in=gone)
    for collection in collections:
        put_in(collection, recipe, gone[collection.pk])
    announce(recipe.household, "recipe", recipe.pk)
