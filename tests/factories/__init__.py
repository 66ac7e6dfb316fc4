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
from tests.factories.recipes import RecipeFactory

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
    "RecipeFactory",
    "RunFactory",
    "StaffEntryFactory",
    "StockItemFactory",
    "UserFactory",
]
