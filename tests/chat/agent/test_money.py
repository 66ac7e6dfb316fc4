"""The bookkeeper: bills in every way to split, who owes whom, payments; proposed, carried out, shown on the card."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.models import Household, User
from chat.agent.changes import CHANGES
from chat.agent.kit import toolsets
from chat.agent.tools.money import settle_up, show_balance, split_bill
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from shopping.models import Expense, ExpenseItem, Settlement
from tests.chat.agent.asking import InTheTest, ask, kitchen_of
from tests.database import as_owner
from tests.factories import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


def plan(household: Household, person: User, work: Any = split_bill, **arguments: Any) -> Any:
    with tenancy.scope(household=household.pk, person=person.pk):
        return work(kitchen_of(household, person), **arguments)


def carry_out(household: Household, person: User, tool: str, planned: Any, conversation: Any = None) -> None:
    with tenancy.scope(household=household.pk, person=person.pk):
        kitchen = kitchen_of(household, person)
        there = InTheTest(kitchen.household, kitchen.person, kitchen.membership, kitchen.today, conversation)
        CHANGES[tool].apply(there, planned.arguments)


def shares(planned: Any) -> dict[str, str]:
    return {line["name"]: line["amount"].split("\u00a0")[1] for line in planned.effect[1:]}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, {"Alice": "28.17", "Bob": "28.17", "Carol": "28.16"}),
        ({"people": ["me", "bob"]}, {"Alice": "42.25", "Bob": "42.25"}),
        (
            {"items": [{"name": "Wine", "amount": "12", "people": ["me"]}]},
            {"Alice": "36.17", "Bob": "24.17", "Carol": "24.16"},
        ),
        (
            {"mode": "percent", "parts": [{"person": "me", "value": "60%"}, {"person": "Bob", "value": "40"}]},
            {"Alice": "50.70", "Bob": "33.80"},
        ),
        (
            {"mode": "shares", "parts": [{"person": "me", "value": "2"}, {"person": "Bob", "value": "1"}]},
            {"Alice": "56.33", "Bob": "28.17"},
        ),
        (
            {
                "mode": "exact",
                "parts": [
                    {"person": "Bob", "value": "20"},
                    {"person": "me", "value": "rest"},
                    {"person": "Carol", "value": "rest"},
                ],
            },
            {"Alice": "32.25", "Bob": "20.00", "Carol": "32.25"},
        ),
    ],
)
def test_every_way_to_split(
    said: dict[str, Any], expected: dict[str, str], household: Household, alice: User, bob: User, carol: User
) -> None:
    planned = plan(household, alice, total="84.50", title="Dinner", **said)
    assert shares(planned) == expected
    talk = new_id()
    carry_out(household, alice, "split_bill", planned, talk)
    with as_owner():
        bill = Expense.objects.get()
        assert (bill.total, bill.conversation, bill.paid_by) == (Decimal("84.50"), talk, alice)
        assert {row.name: f"{row.amount:.2f}" for row in bill.shares.all()} == expected
        if said.get("items"):
            assert list(ExpenseItem.objects.values_list("name", flat=True)) == ["Wine", ""]
            assert "an equal part of the rest" in str(planned.effect)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"people": ["Zoe"]}, "I do not know who “Zoe” is. Here live: Alice"),
        ({"people": ["me"]}, "Say between whom"),
        ({"total": "a lot"}, "not an amount of money"),
        ({"total": "0"}, "can be paid"),
        ({"mode": "fairly"}, "no way to split"),
        ({"parts": [{"person": "Bob", "value": "3"}]}, "amounts, percent or shares"),
        ({"mode": "percent", "parts": [{"person": "Bob", "value": "30"}]}, "not 100"),
        ({"mode": "percent", "parts": [{"person": "Bob", "value": "many"}]}, "plain numbers"),
        ({"mode": "exact", "parts": [{"person": "Bob", "value": "99"}]}, "more than the bill"),
        ({"mode": "shares", "parts": [{"person": "Bob", "value": "1"}] * 2}, "one share"),
        ({"items": [{"name": "Wine", "amount": "99", "people": ["me"]}]}, "more than the bill"),
        ({"items": [{"name": "Wine", "amount": "9", "people": []}]}, "whose it was"),
    ],
)
def test_what_is_not_clear_is_refused_with_a_sentence(
    said: dict[str, Any], words: str, household: Household, alice: User, bob: User
) -> None:
    with pytest.raises(DomainError, match=words):
        plan(household, alice, **{"total": "84.50", **said})
    with as_owner():
        assert not Expense.objects.exists()


def test_between_two_of_a_name_nothing_is_guessed(household: Household, alice: User, bob: User) -> None:
    MembershipFactory(household=household, user=UserFactory(name="Bob Miller"))
    MembershipFactory(household=household, user=UserFactory(name="Bobby Miller"))
    assert shares(plan(household, alice, total="10", people=["me", "Bob"])) == {"Alice": "5.00", "Bob": "5.00"}
    MembershipFactory(household=household, user=UserFactory(name="Bob Stone"))
    with as_owner():
        User.objects.filter(pk=bob.pk).update(name="Bob Jones")
    with pytest.raises(DomainError, match="could be several people"):
        plan(household, alice, total="10", people=["me", "Bob"])


def test_owed_paid_back_and_quits(household: Household, alice: User, bob: User) -> None:
    told = plan(household, alice, show_balance)
    assert (told.value["payments"], told.value["people"], told.summary) == ([], ["me", "Bob"], "everybody is quits")
    with pytest.raises(DomainError, match="Bob owes Alice nothing"):
        plan(household, alice, settle_up, payer="Bob", payee="me")
    carry_out(household, alice, "split_bill", plan(household, alice, total="30"))
    told = plan(household, bob, show_balance).value
    assert told["standings"][0] == {"person": "Bob", "me": True, "owed": False, "amount": "€\u00a015.00"}
    assert [(one["i_pay"], one["payee"], one["amount"]) for one in told["payments"]] == [
        (True, "Alice", "€\u00a015.00")
    ]
    for amount, after in (("5", "still owes Alice €\u00a010.00"), ("", "quits then"), ("20", "Alice then owes Bob")):
        planned = plan(household, bob, settle_up, payer="me", payee="Alice", amount=amount)
        assert after in planned.effect[0]["where"]
    with as_owner():
        assert not Settlement.objects.exists(), "a proposal notes nothing"
    carry_out(household, bob, "settle_up", plan(household, bob, settle_up, payer="me", payee="Alice"))
    assert plan(household, bob, show_balance).value["payments"] == []
    with pytest.raises(DomainError, match="pays themselves"):
        plan(household, bob, settle_up, payer="me", payee="Bob", amount="3")


def test_a_guest_is_told_nothing_of_money(household: Household, alice: User, bob: User, guest: User) -> None:
    for text in ("who owes what?", "split 30 with Bob", "Bob paid me back 15"):
        answer = ask(household, guest, text)
        assert not answer.proposals
        assert "people who live here" in answer.text


def test_a_bill_in_words_becomes_a_proposal_with_its_card(
    household: Household, alice: User, bob: User, carol: User
) -> None:
    answer = ask(household, alice, "split 84.50 between the three of us, the wine for 12 was mine")
    (one,) = answer.proposals
    assert one.tool == "split_bill"
    assert answer.effects[1:] == [
        "Alice · €\u00a036.17 · Wine and an equal part of the rest",
        "Bob · €\u00a024.17 · an equal part of the rest",
        "Carol · €\u00a024.16 · an equal part of the rest",
    ]
    assert answer.cards[-1].payload == {"ids": [one.arguments["id"]]}
    MembershipFactory(household=household, user=UserFactory(name="Dan"))
    answer = ask(household, alice, "split 84.50 between the three of us")
    assert not answer.proposals
    assert "Which 3?" in answer.text
    answer = ask(household, alice, "split 30 with Zoe")
    assert not answer.proposals
    assert "Zoe" in answer.text


def test_a_model_reads_what_the_tools_take() -> None:
    (money,) = [one for one in toolsets() if one.id == "money"]
    schema = money.tools["split_bill"].function_schema.json_schema["properties"]
    assert set(schema) == {"total", "title", "paid_by", "people", "mode", "parts", "items"}
    assert set(money.tools) == {"split_bill", "show_balance", "settle_up"}
