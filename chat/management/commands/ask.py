"""Asks the assistant from the terminal, by the way that a message in the chat takes."""

import json
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils import translation

from accounts.models import Household, Membership, User
from chat.models import Conversation, Message, Proposal, ProposalState, Run, RunEvent
from chat.models.run import UNFINISHED
from chat.services.message import Opening, begin_conversation, send_message
from chat.services.proposal import approve_proposal
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.management.operator import OperatorCommand

LOOK = 0.03
# Runs end themselves before this.
LONGEST = 240.0


class Command(OperatorCommand):
    help = "Asks the assistant as a person of a household, and prints the answer while it is written."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text", help="what to say")
        parser.add_argument("--household", required=True, metavar="CODE", help="as in the address: /h/CODE/")
        parser.add_argument("--as", dest="email", required=True, metavar="EMAIL", help="who asks")
        parser.add_argument("--conversation", type=UUID, metavar="ID", help="one's own to go on with, else a new one")
        parser.add_argument("--json", action="store_true", help="one JSON object a line for each event")
        parser.add_argument("--approve", action="store_true", help="carry out what the assistant proposes")

    def handle(self, *_args: Any, **options: Any) -> None:
        person = find_person(options["email"])
        household = find_household(options["household"], person)
        self.as_json = options["json"]
        with translation.override(person.language):
            self.tell(household, person, ask(household, person, options["text"], options["conversation"]))
            if options["approve"]:
                self.approve(household, person)

    def tell(self, household: Household, person: User, said: Message) -> None:
        """The events of the answer as they come, and what it proposes."""
        self.say_event("conversation", {"id": str(said.conversation_id)})
        for event in events_of(household, person, said):
            self.say_event(event.kind, event.payload)
        with tenancy.scope(household=household.pk, person=person.pk):
            run = Run.objects.get(question=said)
            self.proposals = list(Proposal.objects.filter(run=run))
        if not self.as_json:
            self.stdout.write("")
        for one in self.proposals:
            told = {"id": str(one.pk), "tool": one.tool, "arguments": one.arguments, "effect": one.effect}
            self.say_event("proposed", told)
        if run.error:
            raise DomainError(run.error)

    def approve(self, household: Household, person: User) -> None:
        for one in self.proposals:
            with tenancy.scope(household=household.pk, person=person.pk):
                done = approve_proposal(one, by=person)
            approved = done.state == ProposalState.APPROVED
            self.say_event("decided", {"id": str(one.pk), "approved": approved, "sentence": done.result})

    def say_event(self, kind: str, payload: dict[str, Any]) -> None:
        if self.as_json:
            self.say(json.dumps({"kind": kind, **payload}, ensure_ascii=False))
        elif kind == "text":
            self.stdout.write(payload.get("piece", ""), ending="")
            self.stdout.flush()
        elif kind == "proposed":
            self.say("\n".join(drawn(line) for line in payload["effect"]))
        elif kind == "decided":
            self.say(payload["sentence"])


def find_person(email: str) -> User:
    with tenancy.scope(door="sign-in"):
        found = User.objects.filter(email=email.casefold(), is_active=True).first()
    if found is None:
        raise DomainError(f"Nobody has the address {email}.")
    return found


def find_household(code: str, person: User) -> Household:
    with tenancy.scope(person=person.pk):
        found = Membership.objects.filter(user=person, household__code=code).select_related("household").first()
    if found is None:
        raise DomainError(f"{person.email} is in no household with the code {code}.")
    return found.household


def ask(household: Household, person: User, text: str, conversation: UUID | None) -> Message:
    """Says it in a conversation; the run begins when this has been committed."""
    id = new_id()
    with tenancy.scope(household=household.pk, person=person.pk):
        if conversation is None:
            begin_conversation(household, Opening(new_id()), text, by=person, id=id)
        else:
            found = Conversation.objects.filter(household=household, private_to=person, pk=conversation).first()
            if found is None:
                raise DomainError(f"{person.email} has no conversation {conversation} of their own there.")
            send_message(found, text, by=person, id=id)
        return Message.objects.get(pk=id)


def events_of(household: Household, person: User, said: Message) -> Iterator[RunEvent]:
    """Those of the run that answers, as it writes them, until it has ended."""
    number, going_on, until = 0, True, time.monotonic() + LONGEST
    while going_on:
        if time.monotonic() > until:
            raise DomainError("The assistant does not answer.")
        with tenancy.scope(household=household.pk, person=person.pk, reads_only=True):
            run = Run.objects.get(question=said)
            going_on = run.state in UNFINISHED
            found = list(RunEvent.objects.filter(run=run, number__gt=number).order_by("number"))
        yield from found
        number = found[-1].number if found else number
        if going_on:
            time.sleep(LOOK)


def drawn(line: dict[str, Any]) -> str:
    """🍚 rice · 200 g · Pantry, 300 g left"""
    head = f"{line.get('emoji', '')} {line.get('name', '')}".strip()
    return "  " + " · ".join(filter(None, (head, line.get("amount"), line.get("where"))))
