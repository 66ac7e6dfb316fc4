from chat.models.conversation import Conversation, ConversationKind
from chat.models.message import Card, Message, MessageRole, MessageState
from chat.models.proposal import Proposal, ProposalState
from chat.models.run import Run, RunEvent, RunState

__all__ = [
    "Card",
    "Conversation",
    "ConversationKind",
    "Message",
    "MessageRole",
    "MessageState",
    "Proposal",
    "ProposalState",
    "Run",
    "RunEvent",
    "RunState",
]
