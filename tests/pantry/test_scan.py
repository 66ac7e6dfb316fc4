"""The page of scanning: pantry:scan.show, pantry:scan.read, pantry:scan.decode, pantry:scan.line."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models import StockItem
from pantry.queries.label import address_of
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory
from tests.pantry.drawn_codes import bomb, drawn, photo
from tests.pantry.shopping_bag import CHEESE, OATS, TOMATOES, bought

HTMX = {"hx-request": "true"}


def url(household: Household, door: str = "") -> str:
    return f"/h/{household.code}/pantry/scan/{door}"


def typed(code: str, mode: str = "add") -> dict[str, Any]:
    return {"operation": new_id(), "mode": mode, "code": code}


def shot(data: bytes, mode: str = "add", name: str = "photo.jpg") -> dict[str, Any]:
    return {"operation": new_id(), "mode": mode, "photo": SimpleUploadedFile(name, data, "image/jpeg")}


@pytest.fixture
def oats(household: Household, alice: User, guest: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        bought(household, alice)


def lots() -> list[str]:
    with as_owner():
        return [f"{lot.name} {lot.amount:f}" for lot in StockItem.objects.all()]


def test_the_page_works_without_a_script(household: Household, alice: User, client_of: ClientOf, oats: None) -> None:
    client = client_of(alice)
    page = client.get(url(household), {"mode": "use"}).content.decode()
    assert re.search(r'value="use"[^>]* checked', page)
    response = client.post(url(household, "read/"), typed(OATS))
    html = response.content.decode()
    assert response.status_code == 200
    assert "Rolled oats" in html
    assert "500 g · Pantry" in html
    assert "/undo/" in html
    assert lots() == ["Rolled oats 500.0000"]


def test_htmx_gets_a_line_for_each(household: Household, alice: User, client_of: ClientOf, oats: None) -> None:
    client, same = client_of(alice), typed(OATS)
    for _ in range(2):
        response = client.post(url(household, "read/"), same, headers=HTMX)
    html = response.content.decode()
    assert html.count("<li ") == 1
    assert "live:stock" in response["HX-Trigger"]
    assert lots() == ["Rolled oats 500.0000"]
    used = client.post(url(household, "read/"), typed(OATS, "use"), headers=HTMX).content.decode()
    assert "Used up" in used
    seen = client.post(url(household, "read/"), typed(OATS, "look"), headers=HTMX).content.decode()
    assert "Nothing of it is on the shelves" in seen


def test_all_codes_of_a_photo_are_read(household: Household, alice: User, client_of: ClientOf, oats: None) -> None:
    picture = photo(drawn(OATS), drawn(TOMATOES, "EAN8"), kind="JPEG")
    html = client_of(alice).post(url(household, "read/"), shot(picture), headers=HTMX).content.decode()
    assert html.count("<li ") == 2
    assert "500 g" in html
    assert f"scan/ask/?code=000000{TOMATOES}" in html


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"milk", "This file is no picture"),
        (b"", "the file is empty"),
        (bomb(), "50 megapixels"),
        (bytes(12_000_001), "larger than 12 MB"),
        (photo(drawn("ABC", "Code39")), "There is no barcode in this picture"),
    ],
    ids=["text", "empty", "bomb", "too large", "no code"],
)
def test_a_bad_photo_is_refused_with_a_sentence(
    data: bytes, sentence: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    for headers in (HTMX, {}):
        response = client_of(alice).post(url(household, "read/"), shot(data), headers=headers)
        assert sentence in response.content.decode()
    assert response.status_code == 422
    assert lots() == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"code": "4006381333930"}, "The last digit does not fit"),
        ({"code": "hello"}, "no barcode"),
        ({"code": ""}, "Type the digits"),
        ({"code": "9" * 600}, "500"),
        ({"code": "9780140013993"}, "number of a book"),
        ({"code": "40063\x0081333931"}, "Null"),
        ({"mode": "eat"}, "valid choice"),
        ({"operation": "x"}, "UUID"),
    ],
)
def test_bad_input_is_refused(
    wrong: dict[str, str], sentence: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    response = client_of(alice).post(url(household, "read/"), {**typed(OATS), **wrong})
    html = response.content.decode()
    assert response.status_code == 422
    assert sentence in html
    assert lots() == []


def test_what_is_scanned_stays_text(household: Household, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).post(url(household, "read/"), typed("<script>alert(1)</script>"), headers=HTMX)
    assert "<script>alert" not in html.content.decode()


def test_a_shops_code_asks_for_its_digits(household: Household, alice: User, client_of: ClientOf) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        bought(household, alice, "Gouda", CHEESE)
    client = client_of(alice)
    html = client.post(url(household, "read/"), typed(CHEESE), headers=HTMX).content.decode()
    assert "the price: €\u00a01.99" in html
    assert "the weight: 199" in html
    assert lots() == []


def test_a_label_opens_what_it_is_on(household: Household, alice: User, client_of: ClientOf) -> None:
    lot = StockItemFactory(household=household, name="Soup")
    label = photo(drawn(address_of(household, lot.pk), "QRCode"))
    response = client_of(alice).post(url(household, "read/"), shot(label))
    assert response.status_code == 302
    assert response["Location"].endswith(f"/pantry/labels/{lot.pk}/")
    by_htmx = client_of(alice).post(url(household, "read/"), shot(label), headers=HTMX)
    assert by_htmx["HX-Redirect"] == response["Location"]


def test_the_camera_is_told_what_its_picture_shows(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    for data, codes in ((photo(drawn(OATS)), [f"0{OATS}"]), (b"milk", []), (photo(drawn("ABC", "Code39")), [])):
        response = client.post(url(household, "decode/"), {"photo": SimpleUploadedFile("frame.jpg", data)})
        assert response.json() == {"codes": codes}
    assert client.post(url(household, "decode/")).json() == {"codes": []}
    assert lots() == []


def test_a_line_is_drawn_again_after_a_change(household: Household, alice: User, client_of: ClientOf) -> None:
    lot = StockItemFactory(household=household, name="Soup")
    html = client_of(alice).get(url(household, f"{lot.pk}/"), headers=HTMX).content.decode()
    assert "Soup" in html
    assert client_of(alice).get(url(household, f"{lot.pk}/"))["Location"].endswith(f"/stock/{lot.pk}/")


def test_guests_and_strangers_scan_nothing(
    household: Household, oats: None, guest: User, stranger: User, client_of: ClientOf
) -> None:
    for door in ("read/", "decode/", "keep/", "measure/"):
        assert client_of(guest).post(url(household, door), typed(OATS)).status_code == 403
        assert client_of(stranger).post(url(household, door), typed(OATS)).status_code == 404
    assert client_of(guest).get(url(household)).status_code == 403
    assert client_of(stranger).get(url(household)).status_code == 404
    assert lots() == []
