"""What conversations hold about a person: their own ones whole, and what they wrote in the household's."""

from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from accounts.exports import Export, exports
from accounts.models import User
from accounts.queries.export import rows_in_households
from chat.models import Conversation, MemoryNote, Message, Proposal, Run, RunEvent
from chat.queries import assistant_export
from chat.queries.export_files import attachments, marks

CONVERSATION = (
    "id",
    "kind",
    "title",
    "answering",
    "summary",
    "about",
    "about_id",
    "created_at",
    "last_at",
    "deleted_at",
)
MESSAGE = ("conversation", "number", "role", "text", "state", "sources", "created_at")
PROPOSAL = ("message", "tool", "arguments", "effect", "state", "result", "decided_at", "created_at")
RUN = ("answer", "state", "model", "input_tokens", "output_tokens", "milliseconds", "created_at")


def _conversations(user: User) -> QuerySet[Any, Any]:
    mine = Conversation.objects.filter(Q(private_to=user) | Q(started_by=user))
    rows: QuerySet[Any, Any] = mine.order_by("created_at").values(*CONVERSATION)
    return rows


def _messages(user: User) -> QuerySet[Any, Any]:
    mine = Message.objects.filter(Q(private_to=user) | Q(author=user))
    rows: QuerySet[Any, Any] = mine.order_by("conversation", "number").values(*MESSAGE)
    return rows


def _proposals(user: User) -> QuerySet[Any, Any]:
    mine = Proposal.objects.filter(Q(private_to=user) | Q(decided_by=user))
    rows: QuerySet[Any, Any] = mine.order_by("created_at").values(*PROPOSAL)
    return rows


def _runs(user: User) -> QuerySet[Any, Any]:
    mine = Run.objects.filter(Q(private_to=user) | Q(asked_by=user))
    rows: QuerySet[Any, Any] = mine.order_by("created_at").values(*RUN)
    return rows


def _events(user: User) -> QuerySet[Any, Any]:
    """Of the person's own conversations; kept for a day, then only the messages remain."""
    mine = RunEvent.objects.filter(private_to=user).exclude(kind="thinking")
    rows: QuerySet[Any, Any] = mine.order_by("run", "number").values("run", "number", "kind", "payload", "created_at")
    return rows


def _proposal_history(user: User) -> QuerySet[Any, Any]:
    history = apps.get_model("chat.ProposalEvent")._default_manager
    mine = history.filter(Q(private_to=user.pk) | Q(decided_by=user.pk))
    rows: QuerySet[Any, Any] = mine.order_by("pgh_id").values("pgh_created_at", "pgh_label", "tool", "state", "result")
    return rows


def _notes(user: User) -> QuerySet[Any, Any]:
    mine = MemoryNote.objects.filter(Q(private_to=user) | Q(said_by=user))
    rows: QuerySet[Any, Any] = mine.order_by("created_at").values("text", "private_to", "created_at")
    return rows


EXPORTS: dict[str, Export] = {
    "chat.Conversation": rows_in_households("conversations", _conversations),
    "chat.ConversationMark": marks,
    "chat.Attachment": attachments,
    "chat.Message": rows_in_households("messages", _messages),
    "chat.Proposal": rows_in_households("proposals", _proposals),
    "chat.Run": rows_in_households("answers", _runs),
    "chat.RunEvent": rows_in_households("answers-as-they-came", _events),
    "chat.MemoryNote": rows_in_households("remembered-notes", _notes),
    "chat.AssistantSettings": assistant_export.chosen,
    "chat.AIModelResult": assistant_export.used,
    "chat.ProposalEvent": rows_in_households("history-of-proposals", _proposal_history),
}


def register_exports() -> None:
    """Called once by `AppConfig.ready()`."""
    for label, export in EXPORTS.items():
        exports.register(label, export)
