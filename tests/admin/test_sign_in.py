"""One sign-in for everybody: Django's own forms for it are not reachable."""

from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.conftest import ClientOf
from tests.factories.accounts import PASSWORD


def test_django_s_login_leads_to_ours_and_back(client: Client, db: None) -> None:
    answer = client.get(reverse("admin:login"), {"next": "/admin/accounts/user/"})
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login") + "?next=")


def test_a_password_posted_to_django_s_login_signs_nobody_in(client: Client, administrator: User) -> None:
    client.post(reverse("admin:login"), {"username": administrator.email, "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_after_signing_in_the_way_leads_only_to_our_own_pages(staff: User, client_of: ClientOf) -> None:
    client = client_of(staff)
    login = reverse("admin:login")
    assert client.get(login, {"next": "/admin/accounts/user/"})["Location"] == "/admin/accounts/user/"
    for elsewhere in ("https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example", ""):
        assert client.get(login, {"next": elsewhere})["Location"] == reverse("admin:index")


def test_people_who_are_not_staff_find_no_login_here(alice: User, client_of: ClientOf) -> None:
    assert client_of(alice).get(reverse("admin:login")).status_code == 404


def test_signing_out_and_passwords_are_where_everybody_has_them(staff: User, client_of: ClientOf) -> None:
    client = client_of(staff)
    assert client.post(reverse("admin:logout"))["Location"] == reverse("account_logout")
    assert client.get(reverse("admin:password_change"))["Location"] == reverse("account_change_password")
    assert client.get(reverse("admin:password_change_done"))["Location"] == reverse("account_change_password")


def test_who_was_shut_out_is_out_at_once(staff: User, client_of: ClientOf) -> None:
    from tests.database import as_owner

    client = client_of(staff)
    assert client.get(reverse("admin:index")).status_code == 200
    with as_owner():
        User.objects.filter(pk=staff.pk).update(is_active=False)
    assert client.get(reverse("admin:index")).status_code == 302
