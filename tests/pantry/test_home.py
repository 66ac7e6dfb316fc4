"""pantry:home: what is here, what must be eaten first, and what of it was asked for."""

from datetime import timedelta

import pytest

from accounts.models import Household, User
from pantry.models import StockItem
from pantry.queries.asked import ROWS
from pantry.queries.day import today_in
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import PlaceFactory, StockItemFactory
from tests.home.rooms import main_of

ROOM = "pantry:home"


def url(household: Household) -> str:
    return f"/h/{household.code}/pantry/"


@pytest.fixture
def stocked(household: Household) -> Household:
    """Fish for today, cream for tomorrow, eggs for later, salt without a date."""
    today = today_in(household)
    fridge = PlaceFactory(household=household, name="Fridge")
    cupboard = PlaceFactory(household=household, name="Cupboard", storage="pantry", position=1)
    for name, days, place in (("Eggs", 9, fridge), ("Salt", None, cupboard), ("Fish", 0, fridge), ("Cream", 1, fridge)):
        use_by = None if days is None else today + timedelta(days=days)
        kind = "" if days is None else "estimated"
        StockItemFactory(household=household, name=name, place=place, use_by=use_by, date_kind=kind)
    return household


def test_the_empty_shelves_say_how_to_begin(household: Household, alice: User, client_of: ClientOf) -> None:
    main = main_of(client_of(alice), ROOM, household)
    assert "Nothing on the shelves yet" in main
    assert f'action="{url(household)}add/"' in main


def test_guests_look_and_are_offered_nothing_to_change(
    stocked: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    main = main_of(client_of(guest), ROOM, stocked)
    assert "Fish" in main
    assert "<textarea" not in main
    assert "data-more" not in main
    assert "/places/" not in main


def test_what_must_be_eaten_first_stands_first(stocked: Household, alice: User, client_of: ClientOf) -> None:
    main = main_of(client_of(alice), ROOM, stocked)
    order = [
        main.index(word) for word in ("Today and tomorrow", "Fish", "Cream", "Later", "Eggs", "Without a date", "Salt")
    ]
    assert order == sorted(order)
    assert "2 things to eat by tomorrow" in main
    assert "estimated" in main
    assert 'data-state="late">today<' in main


def test_place_and_words_stand_in_the_address(stocked: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    with as_owner():
        cupboard = StockItem.objects.get(name="Salt").place_id
    here = client.get(url(stocked), {"place": str(cupboard)}).content.decode()
    assert "Salt" in here
    assert "Fish" not in here
    found = client.get(url(stocked), {"q": "cre"}).content.decode()
    assert "Cream" in found
    assert "Fish" not in found
    assert 'value="cre"' in found
    assert f"?place={cupboard}&amp;q=cre" in found
    assert "Nothing here is called" in client.get(url(stocked), {"q": "<b>zebra"}).content.decode()


@pytest.mark.parametrize("odd", [{"place": "x"}, {"page": "0"}, {"page": "a"}, {"q": "\x00\n" * 90}, {"q": "%_'\""}])
def test_odd_addresses_show_the_page(odd: dict[str, str], stocked: Household, alice: User, client_of: ClientOf) -> None:
    assert client_of(alice).get(url(stocked), odd).status_code == 200


def test_a_place_of_others_is_as_none(
    stocked: Household, other_household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    theirs = StockItemFactory(household=other_household, name="Caviar")
    page = client_of(alice).get(url(stocked), {"place": str(theirs.place_id)}).content.decode()
    assert "Fish" in page
    assert "Caviar" not in page
    assert client_of(stranger).get(url(stocked)).status_code == 404


def test_htmx_gets_the_shelves_alone(stocked: Household, alice: User, client_of: ClientOf) -> None:
    response = client_of(alice).get(url(stocked), {"q": "fish"}, headers={"hx-request": "true"})
    html = response.content.decode()
    assert html.strip().startswith("<div id=")
    assert "<html" not in html
    assert "HX-Request" in response["Vary"]
    assert 'hx-get="?q=fish"' in html


def test_many_rows_stand_on_pages(household: Household, alice: User, client_of: ClientOf) -> None:
    for number in range(ROWS + 5):
        StockItemFactory(household=household, name=f"Jar {number:03}")
    client = client_of(alice)
    first, second = (client.get(url(household), {"page": page}).content.decode() for page in ("1", "2"))
    assert (first.count('class="lot"'), second.count('class="lot"')) == (ROWS, 5)
    assert f"{ROWS + 5} things on the shelves" in first
    assert "page=2" in first


def test_first_things_wait_and_are_put_away_with_one_tap(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    with as_owner():
        alice.preferences = {"first_things": ["flour", "2 jars of jam", "<i>salt</i>"]}
        alice.save()
    main = main_of(client_of(alice), ROOM, household)
    assert "3 things are waiting for your shelves" in main
    assert "&lt;i&gt;salt&lt;/i&gt;" in main


def test_another_time_zone_has_another_day(household: Household, alice: User, client_of: ClientOf) -> None:
    zones = {}
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        household.time_zone = zone
        zones[zone] = today_in(household)
    # 25 hours lie between them: for one hour of the day that is two days.
    assert (zones["Pacific/Kiritimati"] - zones["Pacific/Pago_Pago"]).days in {1, 2}
