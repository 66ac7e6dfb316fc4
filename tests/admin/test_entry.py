"""Staff inside a household: with a reason, for an hour, and known to its people."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Activity, Household, Membership, StaffEntry, User
from accounts.verbs import verbs
from tests.admin.conftest import Enter
from tests.conftest import ClientOf
from tests.database import as_owner

REASON = "Alice asked why her list is empty"


def entries() -> list[StaffEntry]:
    with as_owner():
        return list(StaffEntry.objects.order_by("entered_at"))


def members_page(client: Client) -> Any:
    return client.get(reverse("admin:accounts_membership_changelist"))


def test_entering_is_written_down_and_told(household: Household, alice: User, staff: User, inside: Enter) -> None:
    client = inside(staff, household, REASON)
    (entry,) = entries()
    assert (entry.household_id, entry.staff_id, entry.reason, entry.left_at) == (household.pk, staff.pk, REASON, None)
    with as_owner():
        line = Activity.objects.get(household=household)
        note = LogEntry.objects.get()
    verb = verbs.get(line.verb)
    assert verb is not None
    assert verb.tell(line, staff.called) == f"Kitchen staff looked into this household: {REASON}"
    assert REASON in note.change_message
    assert note.object_id == str(household.pk)
    page = members_page(client).content.decode()
    assert "You are in <strong>Linden 12</strong>" in page
    assert "alice@example.org" in page


def test_the_banner_is_on_every_page(household: Household, staff: User, inside: Enter, client_of: ClientOf) -> None:
    pages = ["admin:index", "admin:accounts_user_changelist", "admin:accounts_membership_changelist"]
    client = inside(staff, household)
    outside = client_of(staff)
    for page in pages:
        assert 'class="visit"' in client.get(reverse(page)).content.decode()
        assert 'class="visit"' not in outside.get(reverse(page)).content.decode()


@pytest.mark.parametrize("reason", ["", "   ", "\n\t", "x" * 201, "a\x00b"])
def test_no_entry_without_a_reason(reason: str, household: Household, staff: User, client_of: ClientOf) -> None:
    answer = client_of(staff).post(reverse("admin:accounts_household_enter", args=[household.pk]), {"reason": reason})
    assert answer.status_code == 422
    assert "errorlist" in answer.content.decode()
    assert entries() == []


def test_a_form_that_is_only_opened_enters_nothing(household: Household, staff: User, client_of: ClientOf) -> None:
    client = client_of(staff)
    assert client.get(reverse("admin:accounts_household_enter", args=[household.pk])).status_code == 200
    assert entries() == []
    assert "you are in none" in members_page(client).content.decode()


def test_members_of_a_household_do_not_enter_by_this_door(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    url = reverse("admin:accounts_household_enter", args=[household.pk])
    assert client_of(alice).post(url, {"reason": REASON}).status_code == 404
    assert Client().post(url, {"reason": REASON}).status_code == 302
    assert entries() == []


def test_leaving(household: Household, staff: User, inside: Enter) -> None:
    client = inside(staff, household)
    assert client.get(reverse("admin:accounts_household_leave")).status_code == 405
    assert client.post(reverse("admin:accounts_household_leave")).status_code == 302
    assert entries()[0].left_at is not None
    assert "you are in none" in members_page(client).content.decode()
    assert client.post(reverse("admin:accounts_household_leave")).status_code == 302


def test_an_hour_later_it_is_over(household: Household, alice: User, administrator: User, inside: Enter) -> None:
    client = inside(administrator, household)
    with as_owner():
        StaffEntry.objects.update(entered_at=timezone.now() - timedelta(minutes=61))
        membership = Membership.objects.get(user=alice)
    url = reverse("admin:accounts_membership_change", args=[membership.pk])
    stopped = client.post(url, {"role": "member"})
    assert stopped["Location"] == reverse("admin:index")
    assert "no longer in Linden 12" in client.get(reverse("admin:index")).content.decode()
    (entry,) = entries()
    assert entry.left_at == entry.entered_at + timedelta(hours=1)
    assert "you are in none" in members_page(client).content.decode()


def test_signing_out_leaves(household: Household, staff: User, inside: Enter) -> None:
    client = inside(staff, household)
    client.post(reverse("account_logout"))
    assert entries()[0].left_at is not None


def test_left_elsewhere_is_left_here(household: Household, staff: User, inside: Enter) -> None:
    client = inside(staff, household)
    with as_owner():
        StaffEntry.objects.update(left_at=timezone.now())
    assert members_page(client)["Location"] == reverse("admin:index")


def test_a_household_that_is_gone_lets_go(household: Household, staff: User, inside: Enter) -> None:
    client = inside(staff, household)
    with as_owner():
        household.delete()
    assert members_page(client).status_code == 302
    assert client.get(reverse("admin:index")).status_code == 200


def test_one_household_at_a_time(household: Household, other_household: Household, staff: User, inside: Enter) -> None:
    client = inside(staff, household)
    answer = client.post(reverse("admin:accounts_household_enter", args=[other_household.pk]), {"reason": REASON})
    assert answer.status_code == 422
    assert "Leave it first" in answer.content.decode()
    assert [entry.household_id for entry in entries()] == [household.pk]


def test_entering_again_writes_down_when_the_forgotten_entry_ended(
    household: Household, staff: User, inside: Enter
) -> None:
    inside(staff, household)
    with as_owner():
        StaffEntry.objects.update(entered_at=timezone.now() - timedelta(hours=3))
    inside(staff, household)
    first, second = entries()
    assert first.left_at == first.entered_at + timedelta(hours=1)
    assert second.left_at is None


def test_somebody_who_is_no_longer_staff_is_out(household: Household, staff: User, inside: Enter) -> None:
    client = inside(staff, household)
    with as_owner():
        User.objects.filter(pk=staff.pk).update(role="person")
    assert members_page(client).status_code == 404


def test_the_entry_of_one_is_not_the_entry_of_another(
    household: Household, staff: User, administrator: User, inside: Enter, client_of: ClientOf
) -> None:
    theirs = inside(staff, household).session["staff_entry"]
    client = client_of(administrator)
    session = client.session
    session["staff_entry"] = theirs
    session.save()
    assert members_page(client).status_code == 302
    assert entries()[0].left_at is None
