"""Where a household keeps its food. Every household begins with a pantry, a fridge and a freezer."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from pantry.matching import name_key
from pantry.models import Place, StockItem, Storage

MOST_PLACES = 40


def places_of(household: Household) -> list[Place]:
    return list(Place.objects.there().filter(household=household)) or _first_places(household)


def place_for(household: Household, storage: str) -> Place:
    """The first place that keeps food so; in a kitchen without one, the first place there is."""
    places = places_of(household)
    return next((place for place in places if place.storage == storage), places[0])


@transaction.atomic
def add_place(household: Household, name: str, storage: str, *, by: User, id: UUID | None = None) -> Place:
    """At the end of the row. `id` is the form's own: sent twice, it adds one."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    places = places_of(locked)
    if same := next((place for place in places if place.pk == id), None):
        return same
    if len(places) >= MOST_PLACES:
        raise DomainError(_("These are as many places as there can be: remove one first."))
    last = max(place.position for place in places)
    place = Place(id=id or new_id(), household=locked, name=name, storage=storage, position=last + 1)
    _keep(place, force_insert=True)
    _tell(place, "place.added", by)
    return place


@transaction.atomic
def change_place(place: Place, name: str, storage: str, *, by: User) -> Place:
    locked = _locked(place, by)
    before = {"name": locked.name, "storage": locked.storage}
    locked.name, locked.storage = name, storage
    if before != {"name": name, "storage": storage}:
        _keep(locked, update_fields=["name", "name_key", "storage"])
        _tell(locked, "place.changed", by, before=before, after={"name": name, "storage": storage})
    return locked


@transaction.atomic
def move_place(place: Place, *, up: bool, by: User) -> None:
    """One step up or down in the order of the page."""
    locked = _locked(place, by)
    places = places_of(locked.household)
    at = places.index(locked)
    to = max(0, min(len(places) - 1, at - 1 if up else at + 1))
    places.insert(to, places.pop(at))
    for position, one in enumerate(places):
        if one.position != position:
            one.position = position
            one.save(update_fields=["position"])
    announce(locked.household, "stock")


@transaction.atomic
def remove_place(place: Place, *, by: User) -> None:
    """Only an empty one, and never the last. Removing twice is the same as once."""
    household = lock_household(place.household)
    require_role(household, by, TABLE)
    locked = Place.objects.there().filter(household=household, pk=place.pk).first()
    if locked is None:
        return
    others = Place.objects.there().filter(household=household).exclude(pk=locked.pk)
    if not others:
        raise DomainError(_("A pantry keeps at least one place: rename this one instead."))
    if StockItem.objects.filter(household=household, place=locked, finished_at=None).exists():
        raise DomainError(_("There is still something in it: move that somewhere else first."))
    # What is used up has to lie somewhere too, best where it is kept alike: undoing may bring it back there.
    alike = others.filter(storage=locked.storage).first() or others[0]
    StockItem.objects.filter(household=household, place=locked).update(place=alike)
    locked.removed_at = timezone.now()
    locked.save(update_fields=["removed_at"])
    _tell(locked, "place.removed", by)


@transaction.atomic
def undo_adding_place(activity: Activity, by: User) -> None:
    remove_place(_of(activity), by=by)


@transaction.atomic
def undo_place_change(activity: Activity, by: User) -> None:
    locked = _locked(_of(activity), by)
    if {"name": locked.name, "storage": locked.storage} != activity.facts["after"]:
        raise DomainError(_("This has been changed again since."))
    locked.name, locked.storage = activity.facts["before"]["name"], activity.facts["before"]["storage"]
    _keep(locked, update_fields=["name", "name_key", "storage"])
    announce(locked.household, "stock")


@transaction.atomic
def undo_place_removal(activity: Activity, by: User) -> None:
    household = lock_household(activity.household)
    require_role(household, by, TABLE)
    gone = Place.objects.exclude(removed_at=None).filter(household=household)
    place = gone.filter(pk=activity.subject).first() if activity.subject else None
    if place is None:
        raise DomainError(_("This place is not there any more."))
    place.removed_at = None
    _keep(place, update_fields=["removed_at", "name_key"])
    announce(household, "stock")


def _first_places(household: Household) -> list[Place]:
    """Made once, by whoever looks first."""
    with transaction.atomic():
        lock_household(household)
        if not Place.objects.there().filter(household=household).exists():
            first = ((_("Fridge"), Storage.FRIDGE), (_("Freezer"), Storage.FREEZER), (_("Pantry"), Storage.PANTRY))
            for position, (name, storage) in enumerate(first):
                _keep(Place(household=household, name=name, storage=storage, position=position))
    return list(Place.objects.there().filter(household=household))


def _of(activity: Activity) -> Place:
    places = Place.objects.there().filter(household=activity.household)
    place = places.filter(pk=activity.subject).first() if activity.subject else None
    if place is None:
        raise DomainError(_("This place is not there any more."))
    return place


def _locked(place: Place, by: User) -> Place:
    household = lock_household(place.household)
    require_role(household, by, TABLE)
    found = Place.objects.there().select_for_update(of=("self",)).filter(household=household, pk=place.pk).first()
    if found is None:
        raise DomainError(_("This place is not there any more."))
    return found


def _keep(place: Place, **options: object) -> None:
    place.name_key = name_key(place.name)[:60] or place.name.casefold()[:60]
    try:
        with transaction.atomic():
            place.save(**options)  # type: ignore[arg-type]
    except IntegrityError as error:
        raise DomainError(_("There is a place with this name already."), field="name") from error


def _tell(place: Place, verb: str, by: User, **facts: object) -> None:
    announce(place.household, "stock")
    record(place.household, verb, by=by, subject=place.pk, facts={"name": place.name, **facts})
