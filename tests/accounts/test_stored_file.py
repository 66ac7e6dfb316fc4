"""Files in the database: kept once, whole, and forgotten when nothing points to them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Household, StoredFile, StoredPart, User
from accounts.services.retention import FILES_KEPT, forget_old
from accounts.services.stored_file import PART, open_file, read_file, store_file
from kitchen import tenancy
from recipes.models import RecipePicture
from tests.database import as_owner
from tests.factories import RecipeFactory


def test_a_large_file_comes_back_as_it_was(household: Household) -> None:
    pieces = [b"first", b"\0" * PART, b"last"]
    with tenancy.scope(household=household.pk):
        kept = store_file(household, pieces, name="library.zip", media_type="application/zip")
        again = store_file(household, [b"".join(pieces)], media_type="application/zip")
        assert again.pk == kept.pk
        assert StoredPart.objects.filter(file=kept).count() == 2
        assert read_file(kept) == b"".join(pieces)
        with open_file(kept) as file:
            file.seek(-4, 2)
            assert file.read() == b"last"
        assert kept.size == PART + 9


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_a_file_that_nothing_points_to_is_forgotten(household: Household, alice: User) -> None:
    dish = RecipeFactory(household=household)
    with tenancy.scope(household=household.pk):
        loose = store_file(household, [b"loose"], media_type="image/webp")
        held = store_file(household, [b"held"], media_type="image/webp")
        RecipePicture.objects.create(
            household=household, recipe=dish, position=0, file=held, thumb=held, width=1, height=1
        )
    forget_old(timezone.now())
    with as_owner():
        assert StoredFile.objects.filter(pk=loose.pk).exists()
    forget_old(timezone.now() + FILES_KEPT + timedelta(hours=1))
    with as_owner():
        assert list(StoredFile.objects.values_list("pk", flat=True)) == [held.pk]
