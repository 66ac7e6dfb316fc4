from django.db import transaction

from accounts.models import Household, User
from kitchen.errors import DomainError
from pantry.matching import name_key
from pantry.models import Place, Storage
from pantry.services.place import add_place, place_for, places_of
from pantry.tables import Given
from pantry.tables.cells import storage_of


class Places:
    """Where rows say that they lie: a place by its name, made where there is none."""

    def __init__(self, household: Household, by: User) -> None:
        self.household, self.by = household, by
        self.known: dict[str, Place] = {name_key(place.name): place for place in places_of(household)}

    def of(self, row: Given) -> Place | None:
        """None where the row names none; the first of its kind where no more places can be made."""
        if not row.place:
            return None
        key, storage = name_key(row.place), row.storage or storage_of(row.place) or Storage.PANTRY
        if key not in self.known:
            try:
                with transaction.atomic():
                    self.known[key] = add_place(self.household, row.place, storage, by=self.by)
            except DomainError:
                self.known[key] = place_for(self.household, storage)
        return self.known[key]
