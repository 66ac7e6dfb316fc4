"""recipes:cooking.create: what cooking takes is looked at, taken once, and can be put back."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import Activity, Household, User
from kitchen.ids import new_id
from pantry.models import DateKind, StockItem
from pantry.queries.day import today_in
from recipes.models import Recipe, RecipeCooking, RecipeStanding
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, RecipeFactory, StockItemFactory
from tests.recipes.posting import posted_form

LINES = """200 g spinach
50 ml cream (optional)
salt
2 onions
1 bunch parsley
300 g basmati rice"""


@pytest.fixture
def curry(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(household=household, name="Spinach curry", lines=LINES, servings=4)
    return made


def url(recipe: Recipe) -> str:
    return f"/h/{recipe.household.code}/recipes/{recipe.pk}/cooked/new/"


def lot(household: Household, name: str, days: int | None = None, **more: Any) -> StockItem:
    use_by = None if days is None else today_in(household) + timedelta(days=days)
    made: StockItem = StockItemFactory(household=household, name=name, use_by=use_by, **more)
    return made


def left_of(*items: StockItem) -> list[Decimal | None]:
    with as_owner():
        now = StockItem.objects.in_bulk([item.pk for item in items])
    return [now[item.pk].amount if not now[item.pk].finished_at else Decimal(0) for item in items]


def log() -> list[RecipeCooking]:
    with as_owner():
        return list(RecipeCooking.objects.select_related("leftovers", "leftovers__place"))


def undo(client: Client, household: Household, verb: str = "recipe.cooked") -> Any:
    with as_owner():
        activity = Activity.objects.get(verb=verb)
    return client.post(f"/h/{household.code}/feed/{activity.pk}/undo/", follow=True)


def rows(form: dict[str, Any], lot: StockItem) -> Iterable[str]:
    return (name.rpartition("-")[0] for name in form if name.endswith(f"{lot.pk.hex}-there"))


def test_the_soonest_goes_first_and_only_as_much(
    household: Household, curry: Recipe, bob: User, client_of: ClientOf
) -> None:
    later, soon = lot(household, "spinach", 6), lot(household, "spinach", 1, amount="0.15", unit="kg")
    salt, cream, rice = lot(household, "salt"), lot(household, "cream", 2, unit="ml"), lot(household, "basmati rice")
    client = client_of(bob)
    page = client.get(url(curry)).content.decode()
    assert "In every kitchen, so it is not counted." in page
    assert "Only if you like" in page
    answer = client.post(url(curry), posted_form(page), follow=True)
    assert "Spinach curry is in the cook log." in answer.content.decode()
    assert left_of(later, soon, salt, cream, rice) == [950, 0, 1000, 1000, 700]
    (line,) = log()
    assert (line.by_id, line.servings, line.leftovers) == (bob.pk, 4, None)
    with as_owner():
        assert RecipeStanding.objects.get(recipe=curry).cooked_count == 1


def test_for_more_people_more_goes_and_what_is_short_is_said(
    household: Household, curry: Recipe, bob: User, client_of: ClientOf
) -> None:
    spinach, onions = lot(household, "spinach", amount=350), lot(household, "onion", amount=9, unit="piece")
    client = client_of(bob)
    page = client.get(url(curry), {"servings": "8"}).content.decode()
    assert "50 g of it is not here." in page
    client.post(url(curry), posted_form(page))
    assert left_of(spinach, onions) == [0, 5]
    assert log()[0].servings == 8


def test_what_cannot_be_reckoned_is_offered_and_stays(
    household: Household, curry: Recipe, bob: User, client_of: ClientOf
) -> None:
    rough = lot(household, "spinach", rough="some")
    tins = lot(household, "basmati rice", amount=2, unit="handful")
    past = lot(household, "onion", -2, amount=5, unit="piece", date_kind=DateKind.USE_BY)
    client = client_of(bob)
    page = client.get(url(curry)).content.decode()
    assert "tick it if it has been used up" in page
    assert "one “handful” of this weighs" in page
    assert "Past its use-by date." in page
    client.post(url(curry), posted_form(page))
    assert left_of(rough, tins, past) == [None, 2, 5]


def test_lines_are_changed_ticked_and_left_out(
    household: Household, curry: Recipe, bob: User, client_of: ClientOf
) -> None:
    spinach, onions = lot(household, "spinach"), lot(household, "onion", amount=9, unit="piece")
    rough = lot(household, "basmati rice", rough="some")
    client = client_of(bob)
    form = posted_form(client.get(url(curry)).content.decode())
    (green,), (bulb,), (grain,) = rows(form, spinach), rows(form, onions), rows(form, rough)
    form |= {f"{green}-amount": "0.5 kg", f"{grain}-take": "on"}
    del form[f"{bulb}-take"]
    client.post(url(curry), form)
    assert left_of(spinach, onions, rough) == [500, 9, 0]


def test_what_is_left_becomes_a_lot_with_an_estimated_date(
    household: Household, curry: Recipe, bob: User, client_of: ClientOf
) -> None:
    fridge = PlaceFactory(household=household, name="Fridge", storage="fridge")
    freezer = PlaceFactory(household=household, name="Freezer", storage="freezer", position=1)
    client, today = client_of(bob), today_in(household)
    form = posted_form(client.get(url(curry)).content.decode())
    assert form["place"] == str(fridge.pk)
    client.post(url(curry), {**form, "left": "2,5"})
    client.post(url(curry), {**form, "left": "1", "place": str(freezer.pk), "operation": str(new_id()), "newest": ""})
    (first,) = log()  # The second had not seen the first.
    kept = first.leftovers
    assert (kept.name, kept.amount, kept.unit, kept.place_id) == ("Spinach curry", Decimal("2.5"), "portion", fridge.pk)
    assert (kept.use_by, kept.date_kind) == (today + timedelta(days=3), DateKind.ESTIMATED)
    client.post(url(curry), {**form, "left": "1", "place": str(freezer.pk), "newest": str(first.pk)})
    frozen = log()[0].leftovers
    assert (frozen.frozen_on, frozen.use_by) == (today, today + timedelta(days=60))


def test_undo_puts_everything_back(household: Household, curry: Recipe, bob: User, client_of: ClientOf) -> None:
    spinach = lot(household, "spinach", 1, amount=200)
    client = client_of(bob)
    client.post(url(curry), {**posted_form(client.get(url(curry)).content.decode()), "left": "2"})
    assert left_of(spinach) == [0]
    undo(client, household)
    (line,) = log()
    assert left_of(spinach) == [200]
    assert left_of(line.leftovers) == [0]
    assert line.undone_at
    with as_owner():
        assert RecipeStanding.objects.get(recipe=curry).cooked_count == 0


def test_what_was_eaten_since_stays_and_is_named(
    household: Household, curry: Recipe, bob: User, client_of: ClientOf
) -> None:
    spinach, onions = lot(household, "spinach"), lot(household, "onion", amount=9, unit="piece")
    client = client_of(bob)
    client.post(url(curry), {**posted_form(client.get(url(curry)).content.decode()), "left": "3"})
    meal = log()[0].leftovers
    use = f"/h/{household.code}/pantry/stock/{meal.pk}/use/"
    client.post(use, {"operation": str(new_id()), "amount": "1", "unit": "portion"})
    client.post(
        f"/h/{household.code}/pantry/stock/{onions.pk}/use/",
        {"operation": str(new_id()), "amount": "2", "unit": "piece"},
    )
    page = undo(client, household).content.decode()
    assert "Not put back. Spinach curry: Some of it has gone since" in page
    assert left_of(spinach, onions, meal) == [1000, 7, 2]
    assert log()[0].undone_at


def test_the_same_is_done_once(household: Household, curry: Recipe, bob: User, client_of: ClientOf) -> None:
    spinach = lot(household, "spinach", amount=200)
    client = client_of(bob)
    form = posted_form(client.get(url(curry)).content.decode())
    for _ in range(2):
        assert client.post(url(curry), form).status_code == 302
    assert len(log()) == 1
    undo(client, household)
    refused = client.post(url(curry), form)
    assert refused.status_code == 422
    assert "taken back" in refused.content.decode()
    assert left_of(spinach) == [200]


def test_two_people_at_once_cook_once(
    household: Household, curry: Recipe, alice: User, bob: User, client_of: ClientOf
) -> None:
    spinach = lot(household, "spinach")
    one, other = client_of(alice), client_of(bob)
    theirs = posted_form(other.get(url(curry)).content.decode())
    one.post(url(curry), posted_form(one.get(url(curry)).content.decode()))
    refused = other.post(url(curry), theirs)
    assert refused.status_code == 422
    assert "Alice has written down that this was cooked" in refused.content.decode()
    assert left_of(spinach) == [800]
    # Who saves again means it.
    other.post(url(curry), posted_form(refused.content.decode()))
    assert left_of(spinach) == [600]


def test_stock_that_is_gone_is_said(household: Household, curry: Recipe, bob: User, client_of: ClientOf) -> None:
    spinach, rice = lot(household, "spinach", amount=200), lot(household, "basmati rice")
    client = client_of(bob)
    form = posted_form(client.get(url(curry)).content.decode())
    used = {"operation": str(new_id()), "amount": "150", "unit": "g"}
    client.post(f"/h/{household.code}/pantry/stock/{spinach.pk}/use/", used)
    refused = client.post(url(curry), form)
    assert refused.status_code == 422
    assert "There is not that much" in refused.content.decode()
    client.post(f"/h/{household.code}/pantry/stock/{spinach.pk}/use/", {**used, "operation": new_id(), "amount": "50"})
    assert "has been used up meanwhile" in client.post(url(curry), form).content.decode()
    assert (left_of(spinach, rice), log()) == ([0, 1000], [])


@pytest.mark.parametrize(
    "wrong", [{"left": "some"}, {"left": "900"}, {"left": "2 kg"}, {"cooked_on": "2999-01-01"}, {"operation": "x"}]
)
def test_what_is_wrong_stays_typed(wrong: dict[str, str], curry: Recipe, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    form = posted_form(client.get(url(curry)).content.decode())
    answer = client.post(url(curry), {**form, **wrong, "note": "More lemon"})
    assert answer.status_code == 422
    assert "More lemon" in answer.content.decode()
    assert not log()


def test_others_stay_out(curry: Recipe, guest: User, stranger: User, client_of: ClientOf) -> None:
    assert client_of(guest).get(url(curry)).status_code == 403
    assert client_of(stranger).post(url(curry)).status_code == 404
    assert not log()
