"""The number that a page is drawn at: older than anything the page shows, so nothing is missed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Household, Membership, User
from accounts.templatetags.live import number_of
from kitchen import tenancy
from tests.accounts.live import announce_once
from tests.conftest import ClientOf

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("changes", [0, 3])
def test_a_page_carries_its_number(household: Household, alice: User, client_of: ClientOf, changes: int) -> None:
    for _ in range(changes):
        announce_once(household)
    page = client_of(alice).get(f"/h/{household.code}/").content.decode()
    assert re.findall(r'<live-socket [^>]*data-since="(\d+)"', page) == [str(changes)]


def test_pages_outside_a_household_have_no_socket(alice: User, client_of: ClientOf) -> None:
    assert "<live-socket" not in client_of(alice).get("/me/").content.decode()


@pytest.mark.parametrize("changes", [0, 2])
def test_a_number_read_with_the_household_is_not_read_again(household: Household, alice: User, changes: int) -> None:
    for _ in range(changes):
        announce_once(household)
    with tenancy.scope(household=household.pk):
        found = Membership.objects.select_related("household__notice_counter").get(user=alice)
        with CaptureQueriesContext(connection) as queries:
            assert number_of(found.household) == changes
    assert len(queries) == 0
