"""chat:conversation.create from the page of a thing: what a conversation is about."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from accounts.models import Household, User
from chat.agent.deps import Kitchen
from chat.models import Conversation
from kitchen.ids import new_id
from tests.chat.held import Held, said, say
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory, ShoppingListFactory, StockItemFactory

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Place:
    """A page, and what its entry asks for."""

    url: str
    kind: str
    thing: str


@pytest.fixture
def places(household: Household) -> list[Place]:
    base = f"/h/{household.code}"
    dish = RecipeFactory(household=household, name="Leek soup").pk
    lot = StockItemFactory(household=household, name="Spinach").pk
    shop = ShoppingListFactory(household=household, name="Saturday").pk
    return [
        Place(f"{base}/recipes/{dish}/", "recipe", str(dish)),
        Place(f"{base}/pantry/stock/{lot}/", "lot", str(lot)),
        Place(f"{base}/shopping/lists/{shop}/", "list", str(shop)),
        Place(f"{base}/pantry/foods/12/", "food", "12"),
    ]


def begin(household: Household, client: Any, place: Place, **more: Any) -> Any:
    words = {"id": new_id(), "conversation": new_id(), "text": "How long does it keep?", "kind": "solo"}
    return client.post(f"/h/{household.code}/chat/new/", {**words, "about": place.kind, "thing": place.thing, **more})


def newest() -> Conversation:
    with as_owner():
        return Conversation.objects.latest("created_at")


def heard(runs: Held) -> Kitchen:
    runs.perform(*said("Long."))
    kitchen: Kitchen = runs.heard[-1][0]
    return kitchen


def test_each_page_leads_to_a_conversation_about_its_thing(
    household: Household, alice: User, places: list[Place], client_of: ClientOf, runs: Held
) -> None:
    client = client_of(alice)
    for place in places:
        entry = f"/h/{household.code}/chat/new/?about={place.kind}&amp;thing={place.thing}"
        assert entry in client.get(place.url).content.decode(), place.kind
        opened = client.get(entry.replace("&amp;", "&")).content.decode()
        assert f'href="{place.url}"' in opened
        assert begin(household, client, place).status_code == 302
        talk = newest()
        assert talk.about == place.kind
        assert f'href="{place.url}"' in client.get(f"/h/{household.code}/chat/{talk.pk}/").content.decode()
        kitchen = heard(runs)
        assert kitchen.about == (place.kind, talk.about_id)
        assert any(place.kind in line for line in kitchen.told)


def test_what_was_asked_before_is_offered(
    household: Household, alice: User, bob: User, places: list[Place], client_of: ClientOf
) -> None:
    client = client_of(alice)
    begin(household, client, places[0], text="Who likes it?")
    address = f"/h/{household.code}/chat/new/?about=recipe&thing={places[0].thing}"
    assert "Who likes it?" in client.get(address).content.decode()
    assert "Who likes it?" not in client_of(bob).get(address).content.decode()


@pytest.mark.parametrize(
    ("kind", "thing"), [("lot", "12"), ("recipe", "x"), ("user", "1"), ("", ""), ("food", "9" * 40)]
)
def test_what_is_no_thing_is_left_out(
    kind: str, thing: str, household: Household, alice: User, client_of: ClientOf
) -> None:
    client = client_of(alice)
    assert client.get(f"/h/{household.code}/chat/new/?about={kind}&thing={thing}").status_code == 200
    assert begin(household, client, Place("", kind, thing)).status_code == 302
    assert (newest().about, newest().about_id) == ("", None)


def test_a_thing_of_others_is_left_out(
    household: Household, other_household: Household, alice: User, client_of: ClientOf
) -> None:
    thing = StockItemFactory(household=other_household, name="Their caviar").pk
    client = client_of(alice)
    address = f"/h/{household.code}/chat/new/?about=lot&thing={thing}"
    assert "caviar" not in client.get(address).content.decode()
    begin(household, client, Place("", "lot", str(thing)))
    assert newest().about == ""


def test_a_thing_that_is_gone_is_told_to_nobody(
    household: Household, alice: User, places: list[Place], client_of: ClientOf, runs: Held
) -> None:
    begin(household, client_of(alice), places[0])
    talk = newest()
    with as_owner():
        talk.about_id = UUID(int=1)
        talk.save()
    assert "Leek soup" not in client_of(alice).get(f"/h/{household.code}/chat/{talk.pk}/").content.decode()
    heard(runs)
    say(talk, alice, "And now?")
    assert heard(runs).told == ()
