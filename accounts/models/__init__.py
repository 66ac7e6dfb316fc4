from accounts.models.activity import Activity
from accounts.models.eater import Allergen, Diet, Eater
from accounts.models.household import Household
from accounts.models.invitation import Invitation
from accounts.models.membership import Membership, Role
from accounts.models.notice import Notice, NoticeCounter
from accounts.models.staff_entry import StaffEntry
from accounts.models.user import Onboarding, User, UserRole

__all__ = [
    "Activity",
    "Allergen",
    "Diet",
    "Eater",
    "Household",
    "Invitation",
    "Membership",
    "Notice",
    "NoticeCounter",
    "Onboarding",
    "Role",
    "StaffEntry",
    "User",
    "UserRole",
]
