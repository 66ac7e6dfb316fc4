"""Proposals of changes that are really there, as an answer leaves them."""

from typing import Any

from accounts.models import Household, User
from chat.agent.events import Ended, Proposed
from chat.models import AssistantSettings, Conversation, Proposal
from kitchen.ids import new_id
from tests.chat.held import Held, begin
from tests.database import as_owner


def on_the_list(*names: str, call: str = "call1") -> Proposed:
    """Things for a list that is not there yet: more than a dozen are a large change."""
    wanted = [{"name": name, "amount": "", "unit": "", "food": "", "note": ""} for name in names]
    arguments = {"operation": str(new_id()), "list": "", "wanted": wanted, "recipe": ""}
    return Proposed(call, "add_to_list", arguments, [{"name": name} for name in names])


def answered(runs: Held, household: Household, by: User, *proposed: Proposed, messages: Any = ()) -> Conversation:
    talk = begin(household, by)
    runs.perform(*proposed, Ended(messages=list(messages), model="other"))
    return talk


def habit(household: Household, approvals: str) -> None:
    with as_owner():
        AssistantSettings.objects.update_or_create(household=household, defaults={"approvals": approvals})


def proposals_in(talk: Conversation) -> list[Proposal]:
    with as_owner():
        return list(Proposal.objects.filter(message__conversation=talk).order_by("created_at", "id"))
