"""Food that is taken twice, taken back, or taken by those who may not."""

import pytest
from django.urls import reverse

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from pantry.models import StockItem
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import StockItemFactory


@pytest.fixture
def rice(household: Household) -> StockItem:
    made: StockItem = StockItemFactory(household=household, name="Rice")
    return made


def amount_of(item: StockItem) -> str:
    with as_owner():
        return f"{StockItem.objects.get(pk=item.pk).amount:f}"


def undo_newest(household: Household, verb: str) -> str:
    with as_owner():
        told = Activity.objects.filter(household=household, verb=verb).order_by("-number")[0]
    return reverse("home:feed.undo", args=[household.code, told.pk])


def test_what_was_taken_back_is_not_said_to_be_done_again(
    household: Household, rice: StockItem, bob: User, client_of: ClientOf
) -> None:
    """From a page that was left open: its operation has been done and undone."""
    client, url = client_of(bob), reverse("pantry:stock.use", args=[household.code, rice.pk])
    said = {"operation": str(new_id()), "part": "all"}
    assert client.post(url, said).status_code == 302
    assert client.post(undo_newest(household, "stock.used")).status_code == 302
    again = client.post(url, said)
    assert again.status_code == 422
    assert "This has been taken back" in again.content.decode()
    assert amount_of(rice) == "1000.0000"
    assert client.post(url, {**said, "operation": str(new_id())}).status_code == 302
    assert amount_of(rice) == "0.0000"


def test_a_line_that_was_taken_back_can_be_sent_again_and_says_so(
    household: Household, bob: User, client_of: ClientOf
) -> None:
    client, url = client_of(bob), reverse("pantry:stock.add", args=[household.code])
    said = {"operation": str(new_id()), "line": "2 l milk"}
    assert client.post(url, said).status_code == 302
    client.post(undo_newest(household, "stock.added"))
    again = client.post(url, said)
    assert again.status_code == 422
    assert "2 l milk" in again.content.decode()


NAMES = ["{actor.password}", "%(name)s %s", "{0} {what!r:>99999999}", "<script>alert(1)</script>"]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_only_names(name: str, household: Household, bob: User, guest: User, client_of: ClientOf) -> None:
    """Also in sentences of the feed, which are filled in by name."""
    client = client_of(bob)
    rice = StockItemFactory(household=household, name=name)
    url = reverse("pantry:stock.use", args=[household.code, rice.pk])
    assert client.post(url, {"operation": str(new_id()), "amount": "1", "unit": "g"}).status_code == 302
    for page in ("pantry:home", "home:today", "home:feed"):
        shown = client_of(guest).get(reverse(page, args=[household.code]))
        assert shown.status_code == 200
        assert "<script>alert" not in shown.content.decode()
        assert bob.password not in shown.content.decode()
