"""What an answer is made of: events in their order, cards, sources, confidence, and a history to go on from."""

import asyncio
import time

import pytest
from asgiref.sync import async_to_sync

from accounts.models import Household, Membership, User
from chat.agent.agent import answer
from chat.agent.builtin.model import pieces_of
from chat.agent.deps import Kitchen
from chat.agent.events import Ended, Source, Text, ToolEnded, ToolStarted
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.queries.day import today_in
from pantry.services.stock import add_stock, new_lots
from tests.chat.agent.asking import Asked, ask


@pytest.mark.django_db
def test_events_come_in_their_order(asking, bob):
    asked = asking(bob, "what can I cook tonight?")
    kinds = [type(event) for event in asked.events]
    assert kinds[:2] == [ToolStarted, ToolEnded]
    assert kinds[-1] is Ended
    assert kinds.index(Source) < kinds.index(Text)
    assert len(asked.of(Text)) > 10


@pytest.mark.django_db
def test_a_card_holds_ids_and_sources_hold_titles(asking, bob):
    asked = asking(bob, "do we have rice?")
    assert asked.cards[0].kind == "lots"
    assert len(asked.cards[0].payload["ids"]) == 1
    assert asked.sources == ["🍚 rice, 500 g"]
    assert asked.ended.agent == "pantry"
    assert asked.ended.model == "built-in"


@pytest.mark.django_db
def test_what_is_told_by_a_sign_has_no_degrees(asking, bob):
    said = asking(bob, "how hot must eggs be inside?").text
    assert "Eggs" in said
    assert "None" not in said


@pytest.mark.django_db
def test_confidence_is_our_matchers_or_none(asking, bob):
    assert asking(bob, "do we have rice?").confidence == 1
    assert asking(bob, "what's in the fridge?").confidence is None
    assert asking(bob, "hello").ended.agent in {"pantry", "kitchen"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("what can I cook?", "recipes"),
        ("buy bread", "shopping"),
        ("split 10 between us", "money"),
        ("how much is 1 kg in g", "kitchen"),
        ("I used 100 g rice", "pantry"),
        ("thanks", "kitchen"),
    ],
)
def test_the_agent_is_the_set_of_tools_that_answered(asking, bob, text, agent):
    assert asking(bob, text).ended.agent == agent


@pytest.mark.django_db
def test_a_slip_of_the_keyboard_finds_what_is_there(asking, bob):
    assert "spinach" in asking(bob, "do we have spinnach?").text
    assert "Pancakes" in asking(bob, "show me the pankakes").text
    assert "Lasagne" in asking(bob, "what is missing for the lasange").text


@pytest.mark.django_db
def test_what_is_not_there_is_said_and_offered(asking, bob):
    asked = asking(bob, "do we have caviar?")
    assert "no caviar" in asked.text
    assert asking(bob, "yes", asked).effects == ["caviar · to a new list"]


@pytest.mark.django_db
def test_how_long_it_keeps_depends_on_what_was_done_to_it(asking, bob):
    assert "1 day in the fridge once thawed" in asking(bob, "how long does thawed chicken keep?").text
    assert "thawed" not in asking(bob, "how long does chicken keep?").text
    assert "3 days in the fridge once opened" in asking(bob, "how long does opened milk last?").text


@pytest.mark.django_db
def test_two_lots_are_asked_about(asking, shelves, alice, bob):
    with tenancy.scope(household=shelves.pk, person=alice.pk):
        lots, _wrong = new_lots("500 ml milk fridge tomorrow", shelves, today=today_in(shelves))
        add_stock(shelves, lots, by=alice, operation=new_id())
    asked = asking(bob, "threw away the milk")
    assert not asked.proposals
    assert "Which one" in asked.text
    assert asking(bob, "the second one", asked).effects == ["milk · 1 l · Fridge, all of it, it went off"]
    assert asking(bob, "I used 600 ml milk").effects == [
        "milk · 500 ml · Fridge, all of it",
        "milk · 100 ml · Fridge, 900 ml left",
    ]


@pytest.mark.django_db
def test_a_stopped_answer_can_be_gone_on_from(asking, shelves, bob):
    """What the runtime keeps of it: the question, and what was written so far."""
    spoken = [
        {"kind": "request", "parts": [{"part_kind": "user-prompt", "content": "what can I cook?"}]},
        {"kind": "response", "parts": [{"part_kind": "text", "content": "2 dishes can"}]},
    ]
    assert "rice" in ask(shelves, bob, "do we have rice?", Asked([], spoken)).text


@pytest.mark.django_db
def test_a_history_that_nobody_can_read_is_left_out(asking, shelves, bob):
    assert "rice" in ask(shelves, bob, "do we have rice?", Asked([], [{"kind": "from the future"}])).text


def test_words_come_one_by_one_and_long_texts_in_no_more_pieces():
    assert pieces_of("one two\n\nthree") == ["one ", "two\n\n", "three"]
    assert len(pieces_of("word " * 1000)) <= 40


@pytest.fixture
def kitchen(transactional_db: None, household: Household, alice: User) -> Kitchen:
    with tenancy.scope(household=household.pk, person=alice.pk):
        membership = Membership.objects.select_related("user").get(household=household, user=alice)
    return Kitchen(household, alice, membership, today_in(household))


def test_stopping_lets_go_at_once(kitchen):
    """The task that hears the answer is cancelled: nothing is left running, nothing hangs."""

    async def run() -> float:
        task = asyncio.create_task(_hear(kitchen))
        await asyncio.sleep(0.15)
        began = time.monotonic()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled()
        return time.monotonic() - began

    assert async_to_sync(run)() < 2


async def _hear(kitchen: Kitchen) -> None:
    async for _event in answer(kitchen, "help", []):
        await asyncio.sleep(0.01)


def test_it_answers_outside_of_any_transaction(kitchen):
    async def run() -> str:
        return "".join(
            [one.piece async for one in answer(kitchen, "what's in the fridge?", []) if isinstance(one, Text)]
        )

    assert "Nothing is written down" in async_to_sync(run)()
