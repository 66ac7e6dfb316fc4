"""Every table of the admin, by everybody, outside and inside a household."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Household, NoticeCounter, Role, User
from kitchen.admin_site.bases import HouseholdRowsAdmin
from kitchen.tenancy.tables import rule_of
from tests.admin.conftest import Enter, lay_out, row_of
from tests.conftest import ClientOf
from tests.database import as_owner, empty_every_table
from tests.factories import HouseholdFactory, MembershipFactory, UserFactory

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
WALLED = [model for model in MODELS if isinstance(admin.site._registry[model], HouseholdRowsAdmin)]
SECRETS = ("the-secret-of-the-totp", "the-session-key-1", "the-claim", "argon2", "md5$")


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: Any) -> Iterator[SimpleNamespace]:
    """A row of everything and three people who look, laid out once: what a page does on top is taken back with it."""
    with django_db_blocker.unblock():
        try:
            other, home = HouseholdFactory(name="Birch Lane"), HouseholdFactory(name="Linden 12")
            alice = UserFactory(name="Alice")
            MembershipFactory(household=home, user=alice, role=Role.OWNER)
            people = {"alice": alice, "staff": UserFactory(staff=True), "administrator": UserFactory(admin=True)}
            with as_owner():
                NoticeCounter.objects.create(household=home, last=5000)
            lay_out(home, 1)
            yield SimpleNamespace(rows=home, other=other, **people)
        finally:
            empty_every_table()


@pytest.fixture
def rows(standing: SimpleNamespace, db: None) -> Household:
    return standing.rows


@pytest.fixture
def other_household(standing: SimpleNamespace, db: None) -> Household:
    return standing.other


@pytest.fixture
def alice(standing: SimpleNamespace, db: None) -> User:
    return standing.alice


@pytest.fixture
def staff(standing: SimpleNamespace, db: None) -> User:
    return standing.staff


@pytest.fixture
def administrator(standing: SimpleNamespace, db: None) -> User:
    return standing.administrator


def labels(models: list[Any]) -> list[Any]:
    return [pytest.param(model, id=model._meta.label) for model in models]


def place(model: Any, page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def pages_of(model: Any) -> list[str]:
    key = row_of(model).pk
    return [
        place(model, "changelist"),
        place(model, "add"),
        *(place(model, page, key) for page in ("change", "history", "delete")),
    ]


def test_every_table_of_ours_is_there() -> None:
    """But for those that are out of every door's reach, and those of one person alone."""
    ours = ("kitchen", "accounts", "pantry", "recipes", "shopping", "chat", "home")
    missing = [
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in ours and model not in MODELS and (rule := rule_of(model)) and rule.rights
        if rule.kind != "person" or "staff" in rule.read
        if not (rule.owner and not model._meta.get_field(rule.owner.removesuffix("_id")).null)
    ]
    assert missing == []


@pytest.mark.parametrize("model", labels(MODELS))
def test_nobody_but_staff_gets_in(model: Any, rows: Household, alice: User, client_of: ClientOf) -> None:
    owner_of_the_household = client_of(alice)
    for page in pages_of(model):
        for send in ("get", "post"):
            sent_away = getattr(Client(), send)(page)
            assert sent_away.status_code == 302
            assert sent_away["Location"].startswith(reverse("account_login"))
            assert getattr(owner_of_the_household, send)(page).status_code == 404


@pytest.mark.parametrize("model", labels(MODELS))
@pytest.mark.parametrize("who", ["staff", "administrator"])
def test_inside_every_page_answers(
    model: Any, who: str, rows: Household, inside: Enter, request: pytest.FixtureRequest
) -> None:
    client = inside(request.getfixturevalue(who), rows)
    key = row_of(model).pk
    table = admin.site._registry[model]
    listed = client.get(place(model, "changelist"))
    assert listed.status_code == 200
    assert "result_list" in listed.content.decode(), "the row is not in the list"
    shown = client.get(place(model, "change", key))
    assert shown.status_code == 200
    assert client.get(place(model, "history", key)).status_code == 200
    assert client.get(place(model, "add")).status_code == 403
    may_delete = who == "administrator" and table.deletable  # type: ignore[attr-defined]
    assert client.get(place(model, "delete", key)).status_code == (200 if may_delete else 403)
    for secret in SECRETS:
        assert secret not in listed.content.decode() + shown.content.decode()


@pytest.mark.parametrize("model", labels(WALLED))
def test_outside_a_household_its_tables_are_empty(
    model: Any, rows: Household, administrator: User, client_of: ClientOf
) -> None:
    client = client_of(administrator)
    key = row_of(model).pk
    page = client.get(place(model, "changelist")).content.decode()
    assert "you are in none" in page
    assert "result_list" not in page
    assert client.get(place(model, "change", key)).status_code == 404
    assert client.post(place(model, "change", key), {"role": "admin"}).status_code in (403, 404)


@pytest.mark.parametrize("model", labels(WALLED))
def test_inside_one_household_another_stays_shut(
    model: Any, rows: Household, administrator: User, inside: Enter, request: pytest.FixtureRequest
) -> None:
    key = row_of(model).pk
    client = inside(administrator, request.getfixturevalue("other_household"))
    assert client.get(place(model, "change", key)).status_code == 404


@pytest.mark.parametrize("model", labels(MODELS))
def test_looking_on_is_all_that_staff_may(model: Any, rows: Household, staff: User, inside: Enter) -> None:
    client = inside(staff, rows)
    key = row_of(model).pk
    for page in ("change", "delete"):
        assert client.post(place(model, page, key), {"post": "yes"}).status_code == 403


def test_a_long_list_takes_no_more_queries(rows: Household, administrator: User, inside: Enter) -> None:
    client = inside(administrator, rows)
    few = {model: queries_of_the_list(client, model) for model in MODELS}
    for n in range(2, 12):
        lay_out(rows, n)
    assert [model for model in MODELS if queries_of_the_list(client, model) != few[model]] == []


def queries_of_the_list(client: Client, model: Any) -> int:
    page = place(model, "changelist")
    client.get(page)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page).status_code == 200
    return len(queries)


@pytest.mark.parametrize("model", labels(MODELS))
def test_any_search_answers(model: Any, rows: Household, administrator: User, inside: Enter) -> None:
    client = inside(administrator, rows)
    for typed in ("member 0193 12 % '; --", "a\x00b", "x" * 5000):
        assert client.get(place(model, "changelist"), {"q": typed}).status_code == 200


@pytest.mark.parametrize("page", ["index", "jsi18n"])
def test_the_site_s_own_pages(page: str, staff: User, alice: User, client_of: ClientOf) -> None:
    assert client_of(staff).get(reverse(f"admin:{page}")).status_code == 200
    assert client_of(alice).get(reverse(f"admin:{page}")).status_code == 404
    assert Client().get(reverse(f"admin:{page}")).status_code == 302
