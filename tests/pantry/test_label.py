"""Labels: pantry:label.index, pantry:label.sheet, pantry:label.show."""

import re
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.utils import timezone

from accounts.models import Household, User
from kitchen.ids import new_id
from pantry.queries.label import address_of, read_address
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, StockItemFactory


def url(household: Household, rest: str = "") -> str:
    return f"/h/{household.code}/pantry/labels/{rest}"


@pytest.fixture
def soup(household: Household) -> Any:
    place = PlaceFactory(household=household, name="Cellar", storage="pantry")
    return StockItemFactory(household=household, name="soup", amount=Decimal(2), unit="l", place=place)


def test_labels_are_chosen_and_printed(household: Household, alice: User, client_of: ClientOf, soup: Any) -> None:
    client = client_of(alice)
    chosen = client.get(url(household), {"lots": str(soup.pk)}).content.decode()
    assert "Cellar" in chosen
    assert " checked" in chosen
    asked = {"lots": [str(soup.pk)], "places": [str(soup.place_id)], "sheet": "a4-21", "skip": "3"}
    html = client.get(url(household, "sheet/"), asked).content.decode()
    assert "2 labels" in html
    assert 'data-sheet="a4-21"' in html
    assert html.count('class="gone"') == 3
    for words in ("Soup", "2 l · Cellar", "🚪 Cellar"):
        assert words in html
    assert html.count("data:image/svg+xml") == 2


def test_the_code_says_the_labels_address(household: Household, alice: User, client_of: ClientOf, soup: Any) -> None:
    html = client_of(alice).get(url(household, "sheet/"), {"lots": str(soup.pk)}).content.decode()
    picture = unquote(re.findall(r'src="data:image/svg\+xml[^,]*,([^"]+)"', html)[0])
    assert "<svg" in picture
    assert "style=" not in picture
    address = address_of(household, soup.pk)
    assert address.startswith(settings.PUBLIC_URL)
    assert read_address(address) == (household.code, soup.pk)


def test_a_label_opens_its_lot_or_its_place(household: Household, guest: User, client_of: ClientOf, soup: Any) -> None:
    client = client_of(guest)
    assert client.get(url(household, f"{soup.pk}/"))["Location"].endswith(f"/stock/{soup.pk}/")
    assert client.get(url(household, f"{soup.place_id}/"))["Location"].endswith(f"/pantry/?place={soup.place_id}")


def test_a_label_of_what_is_gone_says_so(household: Household, alice: User, client_of: ClientOf, soup: Any) -> None:
    with as_owner():
        soup.finished_at = soup.place.removed_at = timezone.now()
        soup.amount = 0
        soup.save()
        soup.place.save()
    client = client_of(alice)
    lot = client.get(url(household, f"{soup.pk}/"), follow=True)
    assert lot.status_code == 200
    assert "Nothing is left of it: Soup." in lot.content.decode()
    place = client.get(url(household, f"{soup.place_id}/"), follow=True).content.decode()
    assert "This is no place for food any more: Cellar." in place


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"sheet": "plain"}, "Choose what gets a label"),
        ({"lots": "x"}, "not there any more"),
        ({"lots": str(new_id())}, "not there any more"),
        ({"sheet": "a3"}, "valid choice"),
        ({"skip": "-1"}, "greater than or equal to 0"),
        ({"skip": "999"}, "less than or equal to 64"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    asked: dict[str, str], sentence: str, household: Household, alice: User, client_of: ClientOf, soup: Any
) -> None:
    chosen = {} if asked == {"sheet": "plain"} else {"places": str(soup.place_id)}
    response = client_of(alice).get(url(household, "sheet/"), {**chosen, **asked})
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_strangers_and_unknown_labels_find_nothing(
    household: Household, other_household: Household, stranger: User, alice: User, client_of: ClientOf, soup: Any
) -> None:
    theirs = StockItemFactory(household=other_household)
    for rest in (f"{soup.pk}/", "", "sheet/"):
        assert client_of(stranger).get(url(household, rest)).status_code == 404
    for id in (theirs.pk, new_id()):
        assert client_of(alice).get(url(household, f"{id}/")).status_code == 404
    assert client_of(alice).get(url(household, "sheet/"), {"lots": str(theirs.pk)}).status_code == 422
    assert client_of(alice).get(url(household, "sheet/"))["Location"] == url(household)


@pytest.mark.parametrize("text", ["", "milk", "http://", "/h/abcd/pantry/labels/x/", "ftp://a/h/abcd/pantry/labels/1/"])
def test_other_texts_are_no_labels(text: str) -> None:
    assert read_address(text) is None
