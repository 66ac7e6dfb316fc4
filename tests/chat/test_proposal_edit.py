"""chat:proposal.edit, chat:proposal.approve_all, chat:proposal.deny_all, and the second question of a large change."""

import re
from decimal import Decimal

import pytest
from django.test import Client

from accounts.models import Household, User
from chat.agent.events import Proposed
from chat.models import Conversation, Proposal
from shopping.models import ShoppingListItem
from tests.chat.held import Held, answer_in
from tests.chat.proposing import answered, on_the_list, proposals_in
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)
HTMX = {"HX-Request": "true"}
MANY = [f"thing {number}" for number in range(13)]


@pytest.fixture
def talk(household: Household, bob: User, runs: Held) -> Conversation:
    return answered(runs, household, bob, on_the_list("milk", "bread"), on_the_list("salt", call="call2"))


@pytest.fixture
def large(household: Household, bob: User, runs: Held) -> Proposal:
    return proposals_in(answered(runs, household, bob, on_the_list(*MANY)))[0]


def url(household: Household, proposal: Proposal, verb: str) -> str:
    return f"/h/{household.code}/chat/proposals/{proposal.pk}/{verb}/"


def all_url(household: Household, talk: Conversation, verb: str) -> str:
    return f"/h/{household.code}/chat/messages/{answer_in(talk).pk}/proposals/{verb}/"


def listed() -> dict[str, Decimal | None]:
    with as_owner():
        return dict(ShoppingListItem.objects.values_list("name", "quantity"))


def test_parts_are_said_otherwise_and_shown_before_they_are_done(
    talk: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    client, first = client_of(bob), proposals_in(talk)[0]
    form = client.get(url(household, first, "edit")).content.decode()
    assert 'name="name_0"' in form
    assert 'value="milk"' in form
    said = {"name_0": "oat milk", "amount_0": "2 l", "name_1": "", "amount_1": ""}
    card = client.post(url(household, first, "edit"), said, headers=HTMX).content.decode()
    assert "oat milk" in card
    assert "changed by hand" in card
    assert "bread" not in card
    assert listed() == {}
    client.post(url(household, first, "approve"))
    assert listed() == {"oat milk": Decimal(2)}
    assert proposals_in(talk)[0].edited


def test_what_was_typed_wrongly_comes_back(
    talk: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    first = proposals_in(talk)[0]
    said = {"name_0": "milk", "amount_0": "a lot of", "name_1": "bread", "amount_1": ""}
    for headers in ({}, HTMX):
        answer = client_of(bob).post(url(household, first, "edit"), said, headers=headers)
        assert answer.status_code == 422
        assert 'value="a lot of"' in answer.content.decode()
        assert "is not an amount" in answer.content.decode()
    assert not proposals_in(talk)[0].edited


def test_what_was_decided_is_not_edited_any_more(
    talk: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    client, first = client_of(bob), proposals_in(talk)[0]
    client.post(url(household, first, "deny"))
    answer = client.post(url(household, first, "edit"), {"name_0": "x", "amount_0": "", "name_1": "", "amount_1": ""})
    assert answer.status_code == 422
    assert proposals_in(talk)[0].effect == first.effect


def test_all_of_a_message_at_once_and_each_taken_back(
    talk: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    assert "Approve all 2" in client.get(f"/h/{household.code}/chat/{talk.pk}/").content.decode()
    for _twice in range(2):
        assert client.post(all_url(household, talk, "approve")).status_code == 302
    assert set(listed()) == {"milk", "bread", "salt"}
    assert [one.state for one in proposals_in(talk)] == ["approved", "approved"]
    shown = client.post(all_url(household, talk, "approve"), headers=HTMX).content.decode()
    assert shown.count("/undo/") == 4


def test_all_are_declined(talk: Conversation, household: Household, bob: User, client_of: ClientOf) -> None:
    shown = client_of(bob).post(all_url(household, talk, "deny"), headers=HTMX).content.decode()
    assert shown.count("Declined. Nothing was changed.") == 2
    assert shown.count("autofocus") == 1, "the first of them has the focus"
    assert listed() == {}


def test_a_large_change_is_asked_about_once_more(
    large: Proposal, household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    for headers in ({}, HTMX):
        asked = client.post(url(household, large, "approve"), headers=headers).content.decode()
        assert "Really do this?" in asked
        assert "autofocus" not in asked[asked.index('name="sure"') :]
        assert listed() == {}
    client.post(url(household, large, "approve"), {"sure": "1"})
    assert len(listed()) == 13
    assert client.post(url(household, large, "approve"), {"sure": "1"}).status_code == 302
    assert len(listed()) == 13


def test_all_with_a_large_one_among_them(household: Household, bob: User, runs: Held, client_of: ClientOf) -> None:
    talk = answered(runs, household, bob, on_the_list("milk"), on_the_list(*MANY, call="call2"))
    client = client_of(bob)
    for headers in ({}, HTMX):
        assert "Really do all 2?" in client.post(all_url(household, talk, "approve"), headers=headers).content.decode()
    assert listed() == {}
    client.post(all_url(household, talk, "approve"), {"sure": "1"})
    assert len(listed()) == 14


def test_nobody_edits_or_decides_what_is_not_theirs(
    talk: Conversation, household: Household, alice: User, stranger: User, client_of: ClientOf
) -> None:
    first = proposals_in(talk)[0]
    for person in (alice, stranger):
        client = client_of(person)
        assert client.get(url(household, first, "edit")).status_code == 404
        assert client.post(url(household, first, "edit"), {"name_0": "gin"}).status_code == 404
        for verb in ("approve", "deny"):
            assert client.post(all_url(household, talk, verb)).status_code == 404
    assert Client().get(url(household, first, "edit")).status_code == 302
    assert [one.state for one in proposals_in(talk)] == ["open", "open"]


def test_what_left_several_lines_in_the_feed_or_none_is_taken_back_whole(
    household: Household, bob: User, runs: Held, client_of: ClientOf
) -> None:
    client = client_of(bob)
    talk = answered(runs, household, bob, on_the_list("milk", "bread", "salt"))
    client.post(url(household, proposals_in(talk)[0], "approve"))
    with as_owner():
        items = [str(item.pk) for item in ShoppingListItem.objects.all()]
    for tool, state, lines in (("tick_on_list", "ticked", 0), ("remove_from_list", "removed", 3)):
        talk = answered(runs, household, bob, Proposed("call2", tool, {"items": items}, [{"name": "three things"}]))
        client.post(url(household, proposals_in(talk)[0], "approve"))
        assert states() == {state}
        assert len(proposals_in(talk)[0].arguments["lines"]) == lines
        assert [client.post(url(household, proposals_in(talk)[0], "undo")).status_code for _ in range(2)] == [302, 302]
        assert states() == {"open"}


def states() -> set[str]:
    with as_owner():
        return set(ShoppingListItem.objects.values_list("state", flat=True))


def test_a_yes_to_what_somebody_changed_meanwhile_is_asked_again(
    talk: Conversation, household: Household, bob: User, client_of: ClientOf
) -> None:
    first = proposals_in(talk)[0]
    page = client_of(bob).get(f"/h/{household.code}/chat/{talk.pk}/").content.decode()
    seen = re.findall(r'name="shown" value="(\w+)"', page)
    said = {"name_0": "oat milk", "amount_0": "2 l", "name_1": "", "amount_1": ""}
    client_of(bob).post(url(household, first, "edit"), said)
    late = client_of(bob).post(url(household, first, "approve"), {"shown": seen[0]}, headers=HTMX)
    assert late.status_code == 422
    assert "Somebody has changed this meanwhile" in late.content.decode()
    assert "oat milk" in late.content.decode()
    together = client_of(bob).post(all_url(household, talk, "approve"), {"shown": seen}, headers=HTMX)
    assert together.status_code == 422
    assert listed() == {}
    now = re.findall(r'name="shown" value="(\w+)"', late.content.decode())
    assert client_of(bob).post(url(household, first, "approve"), {"shown": now}, headers=HTMX).status_code == 200
    assert listed() == {"oat milk": Decimal(2)}
