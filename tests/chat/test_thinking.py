"""What a model says to itself: kept with the answer, shown closed, and in no export."""

import itertools

import pytest

from accounts.models import Household, User
from chat.agent.events import Ended, Text, Thinking
from chat.models import Message, RunEvent
from chat.queries.export import EXPORTS
from chat.runs.draft import Draft
from kitchen import tenancy
from tests.chat.held import Held, answer_in, begin
from tests.conftest import ClientOf
from tests.database import as_owner


def test_a_draft_tells_how_long_was_thought() -> None:
    draft = Draft(clock=itertools.count(10, 4).__next__)
    for event in (Thinking("Hm."), Thinking(" Spinach?"), Text("Yes."), Thinking("Or not."), Ended(messages=[])):
        draft.add(event)
    portion = draft.close()
    assert (portion.thinking, portion.text) == ("Hm. Spinach?Or not.", "Yes.")
    told = [(entry.kind, entry.payload) for entry in portion.entries]
    assert told == [
        ("thinking", {"piece": "Hm. Spinach?"}),
        ("thought", {"seconds": 4}),
        ("text", {"piece": "Yes."}),
        ("thinking", {"piece": "Or not."}),
        ("thought", {"seconds": 4}),
    ]


@pytest.mark.django_db(transaction=True)
def test_it_is_kept_and_drawn_and_not_taken_along(
    household: Household, alice: User, client_of: ClientOf, runs: Held
) -> None:
    talk = begin(household, alice)
    runs.perform(Thinking("A secret **thought**"), Text("Spinach."), Ended(messages=[]))
    assert answer_in(talk).thinking == "A secret **thought**"
    page = client_of(alice).get(f"/h/{household.code}/chat/{talk.pk}/").content.decode()
    assert "Thought for 1 second" in page
    assert "A secret <strong>thought</strong>" in page
    with as_owner():
        assert RunEvent.objects.filter(kind="thinking").exists()
        assert Message.objects.filter(conversation=talk).exists()
    with tenancy.scope(person=alice.pk):
        taken = str([list(EXPORTS[label](alice)) for label in ("chat.Message", "chat.RunEvent", "chat.Run")])
    assert "Spinach." in taken
    assert "A secret" not in taken
