"""What is said in the demo household: Alice asks by herself, and a bill is split in the chat of all.

The assistant that answers is the one that answers everybody, on the shelves as they are at that moment.
"""

import time
from functools import partial
from uuid import UUID, uuid5

from accounts.models import Household, User
from chat.models import Conversation, ConversationKind, Proposal, ProposalState, Run
from chat.models.run import UNFINISHED
from chat.services.message import Opening, begin_conversation, send_message
from chat.services.proposal import approve_proposal
from kitchen import tenancy

ALONE, TOGETHER = "alone", "together"
QUESTIONS = ("What can I cook tonight?", "What must be eaten first?")
PAID = "I paid 48.60 at the farm shop for all of us."
SPLIT = "@kitchen split 48.60 for the farm shop between us"
THANKS = "Thanks! I will bring the bread on Monday."
LONGEST_WAIT = 300  # tenths of a second


def fill_chats(home: Household, alice: User, bob: User) -> None:
    """Outside any scope, as each answer is given after the commit of its question."""
    said = partial(_say, home, alice)
    with tenancy.scope(household=home.pk, person=alice.pk):
        if Conversation.objects.filter(pk__in=[_id(home, ALONE), _id(home, TOGETHER)]).exists():
            return
    for text in QUESTIONS:
        said(ALONE, ConversationKind.SOLO, text, by=alice)
    said(TOGETHER, ConversationKind.GROUP, PAID, by=alice)
    said(TOGETHER, ConversationKind.GROUP, SPLIT, by=alice)
    with tenancy.scope(household=home.pk, person=alice.pk):
        shared = Proposal.objects.filter(message__conversation_id=_id(home, TOGETHER), state=ProposalState.OPEN)
        for proposal in shared:
            approve_proposal(proposal, by=alice)
    said(TOGETHER, ConversationKind.GROUP, THANKS, by=bob)


def _say(home: Household, alice: User, what: str, kind: str, text: str, *, by: User) -> None:  # noqa: PLR0913  (who says what to whom)
    with tenancy.scope(household=home.pk, person=by.pk):
        found = Conversation.objects.filter(pk=_id(home, what)).first()
        if found is None:
            begin_conversation(home, Opening(_id(home, what), kind), text, by=by, id=_id(home, text))
        else:
            send_message(found, text, by=by, id=_id(home, text))
    _wait_for_answer(home, alice, what)


def _wait_for_answer(home: Household, alice: User, what: str) -> None:
    """The run goes on in a thread of its own, as it does in the server."""
    for _ in range(LONGEST_WAIT):
        with tenancy.scope(household=home.pk, person=alice.pk, reads_only=True):
            if not Run.objects.filter(conversation_id=_id(home, what), state__in=UNFINISHED).exists():
                return
        time.sleep(0.1)


def _id(home: Household, what: str) -> UUID:
    return uuid5(home.pk, f"chat {what}")
