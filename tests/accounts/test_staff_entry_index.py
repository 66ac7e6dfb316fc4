from django.utils import timezone

from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.factories import StaffEntryFactory


def url(household: Household) -> str:
    """accounts:staff_entry.index"""
    return f"/h/{household.code}/staff-entries/"


def test_who_looked_in_and_why(
    household: Household, other_household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    assert "Nobody has looked in" in client.get(url(household)).content.decode()
    StaffEntryFactory(household=household, reason="a person asked for <help>", left_at=timezone.now())
    StaffEntryFactory(household=other_household, reason="something else")
    html = client.get(url(household)).content.decode()
    assert "a person asked for &lt;help&gt;" in html
    assert "something else" not in html


def test_many_are_paged_and_odd_pages_are_no_error(household: Household, bob: User, client_of: ClientOf) -> None:
    for number in range(55):
        StaffEntryFactory(household=household, reason=f"reason {number}")
    client = client_of(bob)
    assert client.get(url(household)).content.decode().count("at most an hour") == 50
    for page in ("2", "-1", "99", "x", "%00"):
        assert client.get(f"{url(household)}?page={page}").status_code == 200
