from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.models import User
from tests.accounts.letters import signed_in
from tests.accounts.test_session_index import laptop_and_phone, number_of
from tests.database import as_owner


def test_ended_session_opens_nothing_any_more(alice: User) -> None:
    laptop, phone = laptop_and_phone(alice)
    key, number = phone.session.session_key, number_of(phone)
    assert laptop.post(f"/me/sessions/{number}/end/")["Location"] == "/me/sessions/"
    assert phone.get("/me/").status_code == 302
    assert laptop.get("/me/").status_code == 200
    with as_owner():
        assert not Session.objects.filter(session_key=key).exists()
        assert not UserSession.objects.filter(pk=number).exists()


def test_twice_is_as_once(alice: User) -> None:
    laptop, phone = laptop_and_phone(alice)
    url = f"/me/sessions/{number_of(phone)}/end/"
    laptop.post(url)
    assert "had ended already" in laptop.post(url, follow=True).content.decode()


def test_nobody_ends_the_session_of_another(alice: User, stranger: User) -> None:
    theirs = signed_in(stranger)
    signed_in(alice).post(f"/me/sessions/{number_of(theirs)}/end/")
    assert theirs.get("/me/").status_code == 200


def test_reading_ends_nothing(alice: User) -> None:
    laptop, phone = laptop_and_phone(alice)
    assert laptop.get(f"/me/sessions/{number_of(phone)}/end/").status_code == 405
    assert laptop.get("/me/sessions/end-others/").status_code == 405


def test_anonymous_are_asked_to_sign_in(db: None, client: Client) -> None:
    for url in ("/me/sessions/1/end/", "/me/sessions/end-others/"):
        assert client.post(url)["Location"].startswith("/accounts/login/")
