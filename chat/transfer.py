"""What the chat says of its tables for the file of a household."""

from accounts.transfer.registries import checks, left_out
from accounts.transfer.values import BrokenError
from chat.models import Message, MessageState

A_RUN = "how an answer came about: a file must not put words into the history that an assistant goes on from"
LEFT_OUT = {
    "chat.AssistantSettings": "keys stay sealed here, and no file says to whom conversations are sent",
    "chat.Run": A_RUN,
    "chat.RunEvent": A_RUN,
    "chat.Proposal": "what an assistant wanted to do is approved where it was proposed",
}


def check_message(row: Message) -> None:
    """What stands around its words can be drawn. One that was being written has nobody who goes on with it."""
    if row.state == MessageState.RUNNING:
        row.state = MessageState.INTERRUPTED
    for one in row.sources:
        if not isinstance(one["kind"], str) or not isinstance(one["id"], str):
            raise BrokenError("no source")
    if any(not isinstance(one["text"], str) for one in row.warnings):
        raise BrokenError("no warning")
    if not isinstance(row.payload.get("ids", []), list):
        raise BrokenError("no card")


def register() -> None:
    for label, why in LEFT_OUT.items():
        left_out.register(label, why)
    checks.register("chat.Message", check_message)
