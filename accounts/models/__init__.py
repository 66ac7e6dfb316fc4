from accounts.models.activity import Activity
from accounts.models.digest_delivery import Channel, DeliveryState, DigestDelivery
from accounts.models.eater import Allergen, Diet, Eater
from accounts.models.household import Household
from accounts.models.household_file import MOVING, FileState, FileWay, HouseholdFile, HouseholdFilePart
from accounts.models.invitation import Invitation
from accounts.models.membership import Membership, Role
from accounts.models.notice import Notice, NoticeCounter
from accounts.models.push_subscription import PushSubscription
from accounts.models.security_event import SecurityEvent, SecurityKind
from accounts.models.staff_entry import StaffEntry
from accounts.models.stored_file import StoredFile, StoredPart
from accounts.models.user import Onboarding, User, UserRole

__all__ = [
    "MOVING",
    "Activity",
    "Allergen",
    "Channel",
    "DeliveryState",
    "Diet",
    "DigestDelivery",
    "Eater",
    "FileState",
    "FileWay",
    "Household",
    "HouseholdFile",
    "HouseholdFilePart",
    "Invitation",
    "Membership",
    "Notice",
    "NoticeCounter",
    "Onboarding",
    "PushSubscription",
    "Role",
    "SecurityEvent",
    "SecurityKind",
    "StaffEntry",
    "StoredFile",
    "StoredPart",
    "User",
    "UserRole",
]
