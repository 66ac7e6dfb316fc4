import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.letters import last_link
from tests.database import as_owner
from tests.factories.accounts import PASSWORD

RESET, CHANGE = "/accounts/password/reset/", "/accounts/password/change/"
NEW = "three wet umbrellas"


def ask(client: Client, email: str) -> str:
    page = client.post(RESET, {"email": email}, follow=True)
    assert page.redirect_chain[-1][0] == reverse("account_reset_password_done")
    return page.content.decode()


def choose(client: Client, link: str, password: str = NEW) -> object:
    form = client.get(link, follow=True)
    return client.post(form.redirect_chain[-1][0], {"password1": password, "password2": password})


def test_new_password_signs_in_and_ends_every_session(alice: User, client: Client) -> None:
    elsewhere = Client()
    elsewhere.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    assert "alice@example.org" in ask(client, "Alice@example.org")
    done = choose(client, last_link())
    assert done.status_code == 302  # type: ignore[attr-defined]
    assert client.get("/me/").status_code == 200
    assert elsewhere.get("/me/").status_code == 302
    with as_owner():
        assert UserSession.objects.filter(user=alice).count() == 1
        assert User.objects.get(pk=alice.pk).check_password(NEW)


def test_unknown_address_reads_alike(alice: User, client: Client) -> None:
    assert "We wrote to <strong>nobody@example.org</strong>" in ask(client, "nobody@example.org")
    assert "no account" in mail.outbox[-1].body


def test_link_works_once(alice: User, client: Client) -> None:
    ask(client, alice.email)
    link = last_link()
    choose(client, link)
    assert "opens nothing" in Client().get(link, follow=True).content.decode()


@pytest.mark.parametrize("link", ["/accounts/password/reset/key/1-abc/", "/accounts/password/reset/key/zz-zz-zz/"])
def test_made_up_link_opens_nothing(db: None, client: Client, link: str) -> None:
    assert "opens nothing" in client.get(link, follow=True).content.decode()


def test_poor_new_password_is_refused(alice: User, client: Client) -> None:
    ask(client, alice.email)
    page = choose(client, last_link(), "short")
    assert page.status_code == 422  # type: ignore[attr-defined]


def test_changing_it_ends_the_others_and_not_this_one(alice: User, client: Client) -> None:
    elsewhere = Client()
    for browser in (client, elsewhere):
        browser.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
        browser.get("/me/")
    done = client.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert done.status_code == 302
    assert client.get("/me/").status_code == 200
    assert elsewhere.get("/me/").status_code == 302
    assert "changed" in mail.outbox[-1].subject


def test_wrong_present_password_changes_nothing(alice: User, client: Client) -> None:
    client.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})
    page = client.post(CHANGE, {"oldpassword": "wrong", "password1": NEW, "password2": NEW})
    assert page.status_code == 422
    assert "This is not your present password." in page.content.decode()


def test_a_notice_that_cannot_leave_changes_nothing(
    alice: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post("/accounts/login/", {"login": alice.email, "password": PASSWORD})

    def down(*args: object, **kwargs: object) -> int:
        raise OSError("no route to host")

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", down)
    assert client.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}).status_code == 302
    with as_owner():
        assert User.objects.get(pk=alice.pk).check_password(NEW)
