from tests.factories.accounts import (
    ActivityFactory,
    EaterFactory,
    HouseholdFactory,
    InvitationFactory,
    MembershipFactory,
    NoticeFactory,
    StaffEntryFactory,
    UserFactory,
)
from tests.factories.chat import ConversationFactory, MessageFactory, ProposalFactory, RunFactory
from tests.factories.pantry import PlaceFactory, StockItemFactory

__all__ = [
    "ActivityFactory",
    "ConversationFactory",
    "EaterFactory",
    "HouseholdFactory",
    "InvitationFactory",
    "MembershipFactory",
    "MessageFactory",
    "NoticeFactory",
    "PlaceFactory",
    "ProposalFactory",
    "RunFactory",
    "StaffEntryFactory",
    "StockItemFactory",
    "UserFactory",
]
