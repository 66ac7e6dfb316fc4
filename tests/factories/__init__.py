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

__all__ = [
    "ActivityFactory",
    "EaterFactory",
    "HouseholdFactory",
    "InvitationFactory",
    "MembershipFactory",
    "NoticeFactory",
    "StaffEntryFactory",
    "UserFactory",
]
