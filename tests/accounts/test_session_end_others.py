from allauth.usersessions.models import UserSession
from django.test import Client

from accounts.models import User
from tests.accounts.letters import signed_in
from tests.database import as_owner

OTHERS = "/me/sessions/end-others/"


def test_all_but_this_one_end(alice: User, stranger: User) -> None:
    here, there, elsewhere, foreign = signed_in(alice), signed_in(alice), signed_in(alice), signed_in(stranger)
    page = here.post(OTHERS, follow=True)
    assert "Signed out in 2 other places." in page.content.decode()
    assert here.get("/me/").status_code == foreign.get("/me/").status_code == 200
    assert there.get("/me/").status_code == elsewhere.get("/me/").status_code == 302
    with as_owner():
        assert UserSession.objects.filter(user=alice).count() == 1


def test_nowhere_else_is_said(alice: User) -> None:
    assert "nowhere else" in signed_in(alice).post(OTHERS, follow=True).content.decode()


def test_token_is_needed(alice: User) -> None:
    client = signed_in(alice, Client())
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert strict.post(OTHERS).status_code == 403
