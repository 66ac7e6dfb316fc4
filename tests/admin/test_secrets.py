"""What is not drawn cannot be asked for either: neither by filters, nor by addresses, nor in the history."""

from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse

from accounts.models import Household, Invitation, User
from tests.admin.conftest import Enter
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import InvitationFactory

GUESSES = [
    ("accounts_user", "password__startswith"),
    ("accounts_user", "preferences__icontains"),
    ("mfa_authenticator", "data__icontains"),
    ("mfa_authenticator", "user__password__startswith"),
    ("usersessions_usersession", "session_key__startswith"),
    ("usersessions_usersession", "data__icontains"),
    ("socialaccount_socialaccount", "extra_data__icontains"),
    ("socialaccount_socialaccount", "socialtoken__token__startswith"),
    ("accounts_invitation", "token__startswith"),
    ("accounts_invitation", "code__startswith"),
    ("accounts_membership", "household__invitations__token__startswith"),
    ("accounts_membership", "user__password__startswith"),
    ("accounts_userevent", "pgh_context__page__contains"),
]


@pytest.mark.parametrize(("table", "lookup"), GUESSES)
def test_lists_are_not_filtered_by_what_they_hide(
    table: str, lookup: str, household: Household, administrator: User, inside: Enter
) -> None:
    client = inside(administrator, household)
    answer = client.get(reverse(f"admin:{table}_changelist"), {lookup: "a"})
    assert answer.status_code == 400


@pytest.mark.parametrize("parameter", ["_to_field", "_popup", "o", "p", "e", "all", "_facets", "_changelist_filters"])
@pytest.mark.parametrize("value", ["password", "-1", "999999999999999999999", "a\x00b", "1.2.x"])
def test_odd_parameters_break_nothing(parameter: str, value: str, administrator: User, client_of: ClientOf) -> None:
    client = client_of(administrator)
    client.raise_request_exception = False
    for page in (
        reverse("admin:accounts_user_changelist"),
        reverse("admin:accounts_user_change", args=[administrator.pk]),
    ):
        assert client.get(page, {parameter: value}).status_code in (200, 302, 400)


def test_the_key_of_a_link_does_not_stand_in_the_history(
    household: Household, stranger: User, administrator: User, inside: Enter, client_of: ClientOf
) -> None:
    invitation: Invitation = InvitationFactory(household=household, max_uses=2)
    client_of(stranger).post(reverse("accounts:join.accept", args=[invitation.token]))
    with as_owner():
        event: Any = apps.get_model("accounts", "MembershipEvent").objects.get(user=stranger, household=household)
    client = inside(administrator, household)
    for page in (
        reverse("admin:accounts_membershipevent_changelist"),
        reverse("admin:accounts_membershipevent_change", args=[event.pk]),
    ):
        shown = client.get(page).content.decode()
        assert "accounts:join.accept" in shown
        assert invitation.token not in shown
