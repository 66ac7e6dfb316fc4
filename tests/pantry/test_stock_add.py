from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Activity, Household, Notice, User
from kitchen.ids import new_id
from pantry.models import StockItem
from pantry.services.new_lots import MOST_ENTRIES
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.pantry.ledger import sums_hold

HTMX = {"hx-request": "true"}


def url(household: Household) -> str:
    """pantry:stock.add"""
    return f"/h/{household.code}/pantry/add/"


def typed(line: str) -> dict[str, Any]:
    return {"operation": new_id(), "line": line}


def names(household: Household) -> list[str]:
    with as_owner():
        return sorted(StockItem.objects.filter(household=household).values_list("name", flat=True))


def test_one_line_is_put_on_the_shelf_and_can_be_undone(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    response = client.post(url(household), typed("2 l milk fridge"), follow=True)
    html = response.content.decode()
    assert "Milk (2 l) is on the shelves: Fridge." in html
    with as_owner():
        told = Activity.objects.get(household=household)
        assert Notice.objects.filter(household=household, kind="stock").exists()
    assert f"/feed/{told.pk}/undo/" in html
    client.post(f"/h/{household.code}/feed/{told.pk}/undo/")
    with as_owner():
        assert StockItem.objects.get().finished_at
    assert sums_hold(household)


def test_sent_twice_it_is_there_once(household: Household, alice: User, client_of: ClientOf) -> None:
    client, same = client_of(alice), typed("500 g rice")
    assert [client.post(url(household), same).status_code for _ in range(2)] == [302, 302]
    assert names(household) == ["rice"]


def test_too_much_at_once_comes_back_as_one_thing(household: Household, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).post(url(household), typed("\n".join(["rice"] * MOST_ENTRIES + ["flour", "salt"])))
    page = html.content.decode()
    assert len(names(household)) == MOST_ENTRIES
    assert "flour\nsalt</textarea>" in page
    assert page.count("too much at once") == 1


def test_what_is_not_understood_comes_back_and_the_rest_is_added(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    response = client_of(alice).post(url(household), typed("1 kg flour\nmilk 31 february\n6 eggs"))
    html = response.content.decode()
    assert response.status_code == 200
    assert names(household) == ["eggs", "flour"]
    assert "milk 31 february</textarea>" in html
    assert "not a day" in html
    assert "1 thing was not understood" in html


@pytest.mark.parametrize("line", ["", "   ", "0 kg rice", "milk 31 february", "x" * 20_001])
def test_nothing_to_add_is_refused_and_what_was_typed_stays(
    line: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    response = client_of(alice).post(url(household), typed(line))
    assert response.status_code == 422
    assert f"{line.strip()}</textarea>" in response.content.decode()
    assert names(household) == []


@pytest.mark.parametrize("wrong", [{"operation": "x"}, {"operation": ""}, {"line": "milk\x00"}])
def test_bad_forms_are_refused(wrong: dict[str, str], household: Household, alice: User, client_of: ClientOf) -> None:
    assert client_of(alice).post(url(household), {**typed("milk"), **wrong}).status_code == 422
    assert names(household) == []


def test_htmx_says_what_it_would_understand_and_adds_nothing(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    line = "2 l milk fridge, 1 kg potatoes, 0 kg air"
    html = client_of(alice).get(url(household), {"line": line}, headers=HTMX).content.decode()
    assert "2 l · Fridge" in html
    assert "estimated" in html
    assert "data-wrong" in html
    assert names(household) == []


def test_htmx_gets_the_line_back_with_what_was_added(household: Household, alice: User, client_of: ClientOf) -> None:
    response = client_of(alice).post(url(household), typed("2 l milk\nrice 31 february"), headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 200
    assert "live:stock" in response["HX-Trigger"]
    assert "rice 31 february</textarea>" in html
    assert "added" in html
    assert "/undo/" in html
    refused = client_of(alice).post(url(household), typed("rice 31 february"), headers=HTMX)
    assert refused.status_code == 422


def test_what_was_understood_is_shown_before_and_after(household: Household, alice: User, client_of: ClientOf) -> None:
    line = "2 bunches scallions 2,49 € opened fridge exp 24.12."
    before = client_of(alice).get(url(household), {"line": line}, headers=HTMX).content.decode()
    after = client_of(alice).post(url(household), typed(line), headers=HTMX).content.decode()
    for html in (before, after):
        assert "= spring onion" in html
        assert "2 bunches" in html
        assert "2.49" in html
        assert "opened" in html
    with as_owner():
        lot = StockItem.objects.get(household=household)
        assert (lot.name, lot.price, lot.opened_on is not None, lot.printed_on is not None) == (
            "scallions",
            Decimal("2.49"),
            True,
            True,
        )


def test_an_uncertain_food_is_not_taken_and_others_are_offered(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    html = client_of(alice).get(url(household), {"line": "2 Ogleshield cheese"}, headers=HTMX).content.decode()
    assert "Not sure which food" in html
    assert "?line=2%20cheese" in html
    client_of(alice).post(url(household), typed("2 Ogleshield cheese"))
    with as_owner():
        assert StockItem.objects.get(household=household).food_ref is None


def test_a_price_in_other_money_stays_as_a_note(household: Household, alice: User, client_of: ClientOf) -> None:
    client_of(alice).post(url(household), typed("butter $3.99"))
    with as_owner():
        lot = StockItem.objects.get(household=household)
        assert (lot.name, lot.price, lot.note) == ("butter", None, "$3.99")


def test_a_pint_is_that_of_the_country(household: Household, alice: User, client_of: ClientOf) -> None:
    with as_owner():
        Household.objects.filter(pk=household.pk).update(country="GB")
    client_of(alice).post(url(household), typed("2 pints milk"))
    with as_owner():
        assert StockItem.objects.get(household=household).unit == "imp_pint"


def test_the_page_for_several_lines(household: Household, alice: User, client_of: ClientOf) -> None:
    html = client_of(alice).get(url(household), {"line": "2 l milk"}).content.decode()
    assert "2 l milk</textarea>" in html


def test_what_is_typed_stays_text(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    client.post(url(household), typed("<script>alert(1)</script>"))
    assert "<script>alert(1)" not in client.get(f"/h/{household.code}/pantry/").content.decode()


def test_guests_and_strangers_add_nothing(
    household: Household, alice: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    assert client_of(guest).post(url(household), typed("milk")).status_code == 403
    assert client_of(stranger).post(url(household), typed("milk")).status_code == 404
    assert names(household) == []


def test_the_id_of_an_operation_of_others_is_not_theirs(
    household: Household, other_household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    same = typed("milk")
    client_of(stranger).post(url(other_household), same)
    client_of(alice).post(url(household), same)
    assert names(household) == names(other_household) == ["milk"]
