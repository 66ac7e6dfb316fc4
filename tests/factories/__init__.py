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
from tests.factories.chat import (
    AIModelResultFactory,
    AttachmentFactory,
    ConversationFactory,
    MemoryNoteFactory,
    MessageFactory,
    ProposalFactory,
    RunFactory,
)
from tests.factories.figures import ApiRequestFactory, PerformanceMetricFactory
from tests.factories.pantry import PlaceFactory, ProductFactory, ReferenceFoodFactory, StockItemFactory
from tests.factories.recipes import RecipeCookingFactory, RecipeFactory
from tests.factories.shopping import (
    ExpenseFactory,
    ExpenseShareFactory,
    ItemReasonFactory,
    RecurringItemFactory,
    ShoppingListFactory,
    ShoppingListItemFactory,
)

__all__ = [
    "AIModelResultFactory",
    "ActivityFactory",
    "ApiRequestFactory",
    "AttachmentFactory",
    "ConversationFactory",
    "EaterFactory",
    "ExpenseFactory",
    "ExpenseShareFactory",
    "HouseholdFactory",
    "InvitationFactory",
    "ItemReasonFactory",
    "MembershipFactory",
    "MemoryNoteFactory",
    "MessageFactory",
    "NoticeFactory",
    "PerformanceMetricFactory",
    "PlaceFactory",
    "ProductFactory",
    "ProposalFactory",
    "RecipeCookingFactory",
    "RecipeFactory",
    "RecurringItemFactory",
    "ReferenceFoodFactory",
    "RunFactory",
    "ShoppingListFactory",
    "ShoppingListItemFactory",
    "StaffEntryFactory",
    "StockItemFactory",
    "UserFactory",
]
