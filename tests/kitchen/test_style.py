import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User, UserRole
from tests.conftest import ClientOf
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
URL = reverse("kitchen:style")


@pytest.fixture
def staff() -> User:
    return UserFactory(role=UserRole.STAFF)


def test_staff_see_both_themes(client_of: ClientOf, staff: User) -> None:
    html = client_of(staff).get(URL).text
    assert 'data-theme="light"' in html
    assert 'data-theme="dark"' in html


def test_one_theme_can_be_asked_for(client_of: ClientOf, staff: User) -> None:
    html = client_of(staff).get(URL, {"theme": "dark"}).text
    assert 'class="side" data-theme="dark"' in html
    assert 'class="side" data-theme="light"' not in html


def test_ids_are_used_once(client_of: ClientOf, staff: User) -> None:
    import re
    from collections import Counter

    ids = Counter(re.findall(r'\sid="([^"]+)"', client_of(staff).get(URL).text))
    assert [name for name, times in ids.items() if times > 1] == []


def test_others_find_nothing(client_of: ClientOf, alice: User) -> None:
    assert client_of(alice).get(URL).status_code == 404
    assert Client().get(URL).status_code == 404
