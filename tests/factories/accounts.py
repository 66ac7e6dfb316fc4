from datetime import timedelta
from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from accounts import models
from tests.database import as_owner
from tests.factories.base import RowFactory

PASSWORD = "a long enough pass phrase"


class UserFactory(RowFactory):
    """A person whose address is verified; `PASSWORD` signs them in."""

    class Meta:
        model = models.User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.LazyFunction(lambda: make_password(PASSWORD))
    onboarding = models.Onboarding.COMPLETE

    class Params:
        staff = factory.Trait(role=models.UserRole.STAFF)
        admin = factory.Trait(role=models.UserRole.ADMIN)
        newcomer = factory.Trait(onboarding=models.Onboarding.INCOMPLETE)

    @factory.post_generation
    def verified(obj: Any, create: bool, extracted: bool | None, **kwargs: Any) -> None:  # noqa: N805
        if create and extracted is not False:
            with as_owner():
                EmailAddress.objects.create(user=obj, email=obj.email, verified=True, primary=True)


class HouseholdFactory(RowFactory):
    class Meta:
        model = models.Household

    name = factory.Sequence(lambda n: f"Household {n}")


class MembershipFactory(RowFactory):
    class Meta:
        model = models.Membership

    household = factory.SubFactory(HouseholdFactory)
    user = factory.SubFactory(UserFactory)


class EaterFactory(RowFactory):
    class Meta:
        model = models.Eater

    household = factory.SubFactory(HouseholdFactory)
    name = factory.Sequence(lambda n: f"Eater {n}")


class InvitationFactory(RowFactory):
    """Open for a week, for one person."""

    class Meta:
        model = models.Invitation

    household = factory.SubFactory(HouseholdFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class NoticeFactory(RowFactory):
    class Meta:
        model = models.Notice

    household = factory.SubFactory(HouseholdFactory)
    number = factory.Sequence(lambda n: n + 1)
    kind = "feed"


class ActivityFactory(RowFactory):
    class Meta:
        model = models.Activity

    household = factory.SubFactory(HouseholdFactory)
    number = factory.Sequence(lambda n: n + 1)
    verb = "household.created"


class StaffEntryFactory(RowFactory):
    class Meta:
        model = models.StaffEntry

    household = factory.SubFactory(HouseholdFactory)
    reason = "a person asked for help"
