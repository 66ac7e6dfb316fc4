"""Collections: dishes that belong together, in an order of their own."""

from collections.abc import Collection
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from pantry.catalogue import name_key
from recipes.models import CollectionEntry, Recipe, RecipeCollection
from recipes.services.recipe import lock_recipe

MOST, MOST_DISHES = 200, 500


@transaction.atomic
def create_collection(household: Household, name: str, *, by: User, id: UUID, emoji: str = "") -> RecipeCollection:
    """`id` is the form's own: sent twice, it makes one."""
    require_role(lock_household(household), by, TABLE)
    collections = RecipeCollection.objects.filter(household=household)
    if found := collections.filter(pk=id).first():
        return found
    if collections.filter(deleted_at=None).count() >= MOST:
        raise DomainError(_("There is room for %(most)s collections.") % {"most": MOST}, field="name")
    made = RecipeCollection(id=id, household=household, name=name, name_key=key_of(name), emoji=emoji)
    check_name(made)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the page again.")) from error
    record(household, "collection.created", by=by, subject=made.pk, facts={"name": name})
    announce(household, "recipe")
    return made


def key_of(name: str) -> str:
    return (name_key(name) or name.casefold())[:80]


def check_name(collection: RecipeCollection) -> None:
    """Refuses a name that another collection of the locked household has."""
    others = RecipeCollection.objects.filter(household_id=collection.household_id, deleted_at=None)
    if others.filter(name_key=collection.name_key).exclude(pk=collection.pk).exists():
        raise DomainError(_("There is a collection of this name."), field="name")


@transaction.atomic
def rename_collection(collection: RecipeCollection, name: str, *, by: User, emoji: str = "") -> RecipeCollection:
    locked = lock_collection(collection.household, collection.pk, by)
    if (locked.name, locked.emoji) == (name, emoji):
        return locked
    facts = {"from": locked.name, "from_emoji": locked.emoji, "name": name, "emoji": emoji}
    call(locked, name, emoji)
    record(locked.household, "collection.renamed", by=by, subject=locked.pk, facts=facts)
    return locked


def call(locked: RecipeCollection, name: str, emoji: str) -> None:
    locked.name, locked.name_key, locked.emoji = name, key_of(name), emoji
    check_name(locked)
    locked.save(update_fields=["name", "name_key", "emoji"])
    announce(locked.household, "recipe")


@transaction.atomic
def delete_collection(collection: RecipeCollection, *, by: User) -> None:
    """It is out of sight and can come back; its dishes stay what they are. Twice is the same as once."""
    household = lock_household(collection.household)
    require_role(household, by, TABLE)
    found = RecipeCollection.objects.filter(household=household, pk=collection.pk, deleted_at=None).first()
    if found:
        put_aside(found)
        record(household, "collection.deleted", by=by, subject=found.pk, facts={"name": found.name})


def put_aside(locked: RecipeCollection) -> None:
    locked.deleted_at = timezone.now()
    locked.save(update_fields=["deleted_at"])
    announce(locked.household, "recipe")


def lock_collection(household: Household, id: UUID | None, by: User) -> RecipeCollection:
    """The collection as it is now, in a locked household, for somebody who may change it."""
    require_role(lock_household(household), by, TABLE)
    collections = RecipeCollection.objects.select_related("household").filter(household=household, deleted_at=None)
    found = collections.filter(pk=id).first() if id else None
    if found is None:
        raise DomainError(_("This collection is not here any more."))
    return found


@transaction.atomic
def choose_collections(recipe: Recipe, wanted: Collection[UUID], *, by: User) -> str:
    """The dish is in these collections, behind what is in them, and in no other. The verb of what was told, or ""."""
    locked = lock_recipe(recipe.household, recipe.pk, by)
    there = RecipeCollection.objects.filter(household=locked.household, deleted_at=None)
    chosen = {one.pk: one for one in there.filter(pk__in=wanted)}
    entries = CollectionEntry.objects.filter(household=locked.household, recipe=locked, collection__deleted_at=None)
    now = {entry.collection_id: entry for entry in entries.select_related("collection")}
    added = [one for id, one in chosen.items() if id not in now]
    gone = [entry for id, entry in now.items() if id not in chosen]
    for collection in added:
        put_in(collection, locked)
    for entry in gone:
        entry.delete()
    return _tell_choice(locked, added, gone, by) if added or gone else ""


def _tell_choice(recipe: Recipe, added: list[RecipeCollection], gone: list[CollectionEntry], by: User) -> str:
    names = [one.name for one in added] or [entry.collection.name for entry in gone]
    facts = {
        "name": recipe.name,
        "collections": ", ".join(names),
        "added": [str(one.pk) for one in added],
        "gone": [[str(entry.collection_id), entry.position] for entry in gone],
    }
    verb = "collection.filled" if added else "collection.emptied"
    record(recipe.household, verb, by=by, subject=recipe.pk, facts=facts)
    announce(recipe.household, "recipe", recipe.pk)
    return verb


def put_in(collection: RecipeCollection, recipe: Recipe, position: int | None = None) -> None:
    entries = CollectionEntry.objects.filter(household_id=recipe.household_id, collection=collection)
    if entries.count() >= MOST_DISHES:
        raise DomainError(_("A collection has room for %(most)s dishes.") % {"most": MOST_DISHES})
    if position is None:
        last = entries.aggregate(last=Max("position"))["last"]
        position = 0 if last is None else last + 1
    entries.get_or_create(
        household_id=recipe.household_id, collection=collection, recipe=recipe, defaults={"position": position}
    )


@transaction.atomic
def move_dish(collection: RecipeCollection, recipe_id: UUID, *, by: User, to: int) -> None:
    """To this place, from 1; the others make room. A dish that is not in it is refused."""
    locked = lock_collection(collection.household, collection.pk, by)
    entries = list(CollectionEntry.objects.filter(household=locked.household, collection=locked))
    moved = next((entry for entry in entries if entry.recipe_id == recipe_id), None)
    if moved is None:
        raise DomainError(_("This dish is not in the collection any more."))
    entries.remove(moved)
    entries.insert(max(0, to - 1), moved)
    for position, entry in enumerate(entries):
        entry.position = position
    CollectionEntry.objects.bulk_update(entries, ["position"])
    announce(locked.household, "recipe")
