from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import DigestDelivery, Household, NoticeCounter, SecurityEvent, User
from chat.models import AssistantSettings, ConversationMark, RunEvent
from kitchen.models import BackupRun
from pantry.models import Category, CategorySetting, OwnFood, ProductBarcode, ReferenceFood
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import (
    ActivityFactory,
    AIModelResultFactory,
    ApiRequestFactory,
    AttachmentFactory,
    ConversationFactory,
    EaterFactory,
    InvitationFactory,
    MembershipFactory,
    MemoryNoteFactory,
    MessageFactory,
    NoticeFactory,
    PerformanceMetricFactory,
    ProductFactory,
    ProposalFactory,
    RunFactory,
    StaffEntryFactory,
    StockItemFactory,
    UserFactory,
)
from tests.tenancy.cook_books import lay_out_recipes
from tests.tenancy.lists import lay_out_shopping

Enter = Callable[..., Client]


@pytest.fixture
def staff(db: None) -> User:
    """May look."""
    return UserFactory(name="Stella", email="stella@example.org", staff=True)


@pytest.fixture
def administrator(db: None) -> User:
    """May look and change."""
    return UserFactory(name="Ada", email="ada@example.org", admin=True)


@pytest.fixture
def inside(client_of: ClientOf) -> Enter:
    """A client of staff that has entered a household."""

    def enter(by: User, household: Household, reason: str = "the list is empty for them") -> Client:
        client = client_of(by)
        answer = client.post(reverse("admin:accounts_household_enter", args=[household.pk]), {"reason": reason})
        assert answer.status_code == 302, answer.content
        return client

    return enter


def _machinery(n: int) -> None:
    """The queue and figures. Models of the queue refuse to be saved: its tables are written to as its functions do."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('default', %s, '{}')",
            [f"task.number_{n}"],
        )
    BackupRun.objects.create(
        started_at=timezone.now(), ended_at=timezone.now(), outcome=BackupRun.GOOD, bytes=n + 1, place="/backups/one"
    )
    ApiRequestFactory()
    PerformanceMetricFactory()


def lay_out(household: Household, n: int) -> None:
    """One more row of everything that the admin lists."""
    user = UserFactory(name=f"Member {n}", email=f"member{n}@example.org")
    MembershipFactory(household=household, user=user)
    EaterFactory(household=household, user=user)
    InvitationFactory(household=household, created_by=user)
    ActivityFactory(household=household, actor=user, number=1000 + n)
    NoticeFactory(household=household, number=1000 + n)
    StaffEntryFactory(household=household, staff=user)
    product = ProductFactory(household=household)
    StockItemFactory(household=household, name=f"Rice {n}", added_by=user, product=product)
    with as_owner():
        dish = lay_out_recipes({"household": household}, user, n)
        lay_out_shopping({"household": household}, user, dish, n)
    run = _talked(household, user)
    with as_owner():
        RunEvent.objects.create(household=household, run=run, number=1, kind="end")
        DigestDelivery.objects.create(household=household, user=user, day=timezone.localdate(), channel="mail")
        ProductBarcode.objects.create(household=household, product=product, code=f"{n:014}")
        OwnFood.objects.create(household=household, name=f"Jam {n}", name_key=f"jam {n}")
        CategorySetting.objects.create(household=household, category=Category.objects.order_by("pk")[n], lead_days=2)
        ReferenceFood.objects.create(source="usda", code=str(n), name="Rice", name_key="rice")
        Authenticator.objects.create(user=user, type="totp", data={"secret": "the-secret-of-the-totp"})
        SecurityEvent.objects.create(user=user, kind="signed_in", device="Browser", network="192.0.2.0/24")
        UserSession.objects.create(user=user, ip="192.0.2.1", session_key=f"the-session-key-{n}", user_agent="Browser")
        SocialAccount.objects.create(user=user, provider="oidc", uid=f"uid-{n}", extra_data={"claim": "the-claim"})
        content_type = ContentType.objects.get_for_model(User)
        LogEntry.objects.create(
            user=user, content_type=content_type, object_id=str(user.pk), object_repr="x", action_flag=2
        )
        _machinery(n)


def _talked(household: Household, user: User) -> Any:
    talk = ConversationFactory(household=household, started_by=user)
    AttachmentFactory(conversation=talk)
    run = RunFactory(question=MessageFactory(conversation=talk))
    ProposalFactory(run=run)
    MemoryNoteFactory(household=household)
    AIModelResultFactory(household=household, asked_by=user)
    with as_owner():
        ConversationMark.objects.create(household=household, user=user, conversation=talk)
        AssistantSettings.objects.get_or_create(household=household)
    return run


@pytest.fixture
def rows(household: Household, alice: User) -> Household:
    """Linden 12 with a row in every table of the admin."""
    with as_owner():
        NoticeCounter.objects.create(household=household, last=5000)
    lay_out(household, 1)
    return household


def row_of(model: Any) -> Any:
    """Some row of a model, whoever may see it."""
    with as_owner():
        return model.objects.order_by("-pk").first()
