"""shopping:store.show, shopping:store.move, shopping:store.release, shopping:store.forget, shopping:store.edit,
shopping:store.remove
"""

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import Activity, Household, Notice, User
from accounts.services.activity import undo_activity
from kitchen.errors import DomainError
from shopping.models import Store
from shopping.queries.aisle_order import CATALOGUE
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.shopping.shops import AISLE, as_member, kept_store, store, walked

LEARNED = {f"{AISLE['frozen']}>{AISLE['fruit']}": 1.0}


def send(client: Client, one: Store, deed: str = "move", **typed: Any) -> Any:
    return client.post(f"/h/{one.household.code}/shopping/stores/{one.pk}/{deed}/", typed)


def shown(client: Client, one: Store) -> list[str]:
    """The aisles on its page, in their order."""
    page = client.get(f"/h/{one.household.code}/shopping/stores/{one.pk}/").content.decode()
    return re.findall(r'data-aisle="(\d+)"', page)


@pytest.fixture
def corner(household: Household) -> Store:
    return store(household)


def test_a_new_store_has_the_usual_order(corner: Store, alice: User, client_of: ClientOf) -> None:
    assert shown(client_of(alice), corner) == [str(id) for id in CATALOGUE]


@pytest.mark.parametrize(
    ("move", "first"),
    [
        ("{vegetables}:up", ["vegetables", "fruit", "herbs"]),
        ("{fruit}:down", ["vegetables", "fruit", "herbs"]),
        ("{frozen}:0", ["frozen", "fruit", "vegetables"]),
        ("{fruit}:up", ["fruit", "vegetables", "herbs"]),
        ("{fruit}:2", ["vegetables", "herbs", "fruit"]),
    ],
)
def test_an_aisle_is_put_by_hand(move: str, first: list[str], corner: Store, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    assert send(client, corner, move=move.format(**AISLE)).status_code == 302
    assert walked(corner)[:3] == first
    aisle = int(move.format(**AISLE).partition(":")[0])
    assert kept_store(corner).placed == [aisle]
    assert "put here by hand" in client.get(f"/h/{corner.household.code}/shopping/stores/{corner.pk}/").content.decode()
    with as_owner():
        assert Notice.objects.filter(kind="store", subject=corner.pk).exists()


@pytest.mark.parametrize("move", ["", "x", "1", "1:sideways", "99999:up", "-1:0", "1:0:0", "1:9999"])
def test_what_is_no_move_is_refused(move: str, corner: Store, bob: User, client_of: ClientOf) -> None:
    assert send(client_of(bob), corner, move=move).status_code == 422
    assert kept_store(corner).placed == []


def test_far_beyond_the_end_is_the_end(corner: Store, bob: User, client_of: ClientOf) -> None:
    send(client_of(bob), corner, move=f"{AISLE['fruit']}:999")
    assert walked(corner)[-1] == "fruit"


def test_htmx_gets_the_rows_alone(corner: Store, bob: User, client_of: ClientOf) -> None:
    path = f"/h/{corner.household.code}/shopping/stores/{corner.pk}/move/"
    page = client_of(bob).post(path, {"move": f"{AISLE['frozen']}:0"}, headers={"HX-Request": "true"}).content.decode()
    assert page.strip().startswith("<aisle-order")
    assert re.findall(r'data-aisle="(\d+)"', page)[0] == str(AISLE["frozen"])


def test_let_go_it_follows_what_was_learned(household: Household, bob: User, client_of: ClientOf) -> None:
    order = [AISLE["fruit"], AISLE["frozen"]]
    one = store(household, aisles=order, placed=order, pairs=LEARNED)
    send(client_of(bob), one, "release", aisle=AISLE["frozen"])
    assert kept_store(one).placed == [AISLE["fruit"]]
    send(client_of(bob), one, "release", aisle=AISLE["fruit"])
    assert walked(one).index("frozen") < walked(one).index("fruit")
    assert send(client_of(bob), one, "release", aisle="x").status_code == 302


def test_forgetting_leaves_what_was_put_by_hand_and_can_be_undone(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    order = [AISLE["frozen"], AISLE["fish"], *(id for id in CATALOGUE if id not in (AISLE["frozen"], AISLE["fish"]))]
    one = store(household, aisles=order, placed=[AISLE["fish"]], pairs=LEARNED)
    send(client_of(alice), one, "forget")
    kept = kept_store(one)
    assert (kept.pairs, kept.placed) == ({}, [AISLE["fish"]])
    assert walked(one)[:3] == ["fruit", "fish", "vegetables"]
    send(client_of(alice), one, "forget", placed="1")
    assert (walked(one), kept_store(one).placed) == ([slug for slug, _id in sorted(AISLE.items(), key=at)], [])
    with as_owner():
        second, first = Activity.objects.filter(verb="store.forgotten").order_by("-number")
    with as_member(household, alice):
        undo_activity(second, by=alice)
        undo_activity(first, by=alice)
    assert walked(one)[:2] == ["frozen", "fish"]
    assert kept_store(one).pairs == LEARNED


def at(pair: tuple[str, int]) -> int:
    return CATALOGUE.index(pair[1])


def test_what_was_learned_since_is_not_undone(household: Household, alice: User, client_of: ClientOf) -> None:
    one = store(household, aisles=CATALOGUE, pairs=LEARNED)
    send(client_of(alice), one, "forget")
    with as_owner():
        Store.objects.filter(pk=one.pk).update(pairs={"1>2": 1.0})
        line = Activity.objects.get(verb="store.forgotten")
    with as_member(household, alice), pytest.raises(DomainError):
        undo_activity(line, by=alice)


def test_renamed_and_removed_and_both_taken_back(corner: Store, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    send(client, corner, "edit", id=corner.pk, name="The big one", emoji="🛒")
    assert kept_store(corner).name == "The big one"
    for _ in range(2):
        send(client, corner, "remove")
    assert kept_store(corner).removed_at is not None
    assert client.get(f"/h/{corner.household.code}/shopping/stores/{corner.pk}/").status_code == 404
    with as_owner():
        removed, renamed = Activity.objects.filter(verb__startswith="store.").order_by("-number")
    with as_member(corner.household, bob):
        undo_activity(removed, by=bob)
        undo_activity(renamed, by=bob)
    kept = kept_store(corner)
    assert (kept.name, kept.removed_at) == ("Corner shop", None)


def test_a_removed_one_whose_name_was_taken_stays_away(corner: Store, bob: User, client_of: ClientOf) -> None:
    send(client_of(bob), corner, "remove")
    store(corner.household, name="CORNER shop")
    with as_owner():
        line = Activity.objects.get(verb="store.removed")
    with as_member(corner.household, bob), pytest.raises(DomainError):
        undo_activity(line, by=bob)


def test_guests_and_strangers_change_nothing(corner: Store, guest: User, stranger: User, client_of: ClientOf) -> None:
    for user, status in ((guest, 403), (stranger, 404)):
        client = client_of(user)
        for deed in ("move", "release", "forget", "remove", "edit"):
            assert send(client, corner, deed, move=f"{AISLE['fish']}:0").status_code == status
    kept = kept_store(corner)
    assert (kept.placed, kept.removed_at) == ([], None)
