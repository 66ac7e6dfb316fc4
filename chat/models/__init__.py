from chat.models.assistant import AIModelResult, Approvals, AssistantSettings, MemoryNote, ModelSource, Provider
from chat.models.attachment import Attachment
from chat.models.conversation import About, Answering, Conversation, ConversationKind, ConversationMark
from chat.models.message import Card, Message, MessageRole, MessageState
from chat.models.proposal import Proposal, ProposalState
from chat.models.run import Run, RunEvent, RunState

__all__ = [
    "AIModelResult",
    "About",
    "Answering",
    "Approvals",
    "AssistantSettings",
    "Attachment",
    "Card",
    "Conversation",
    "ConversationKind",
    "ConversationMark",
    "MemoryNote",
    "Message",
    "MessageRole",
    "MessageState",
    "ModelSource",
    "Proposal",
    "ProposalState",
    "Provider",
    "Run",
    "RunEvent",
    "RunState",
]
