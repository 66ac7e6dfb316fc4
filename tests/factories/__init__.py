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
from tests.factories.pantry import PlaceFactory, StockItemFactory

__all__ = [
    "ActivityFactory",
    "EaterFactory",
    "HouseholdFactory",
    "InvitationFactory",
    "MembershipFactory",
    "NoticeFactory",
    "PlaceFactory",
    "StaffEntryFactory",
    "StockItemFactory",
    "UserFactory",
]
