"""manage.py send_digest: what would be told, and telling it now."""

from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from accounts.models import Household, User
from kitchen.errors import DomainError
from tests.accounts.digests import deliveries, spinach, wants

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
THEN = "2026-11-21T07:00"


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("send_digest", *arguments, stdout=out)
    return out.getvalue()


def test_a_look_sends_nothing_and_a_second_sending_neither(household: Household, alice: User, bob: User) -> None:
    spinach(household)
    wants(alice)
    here = ("--household", household.code, "--now", THEN)
    looked = said(*here, "--dry-run")
    assert "alice@example.org (mail)" in looked
    assert "Linden 12: eat Spinach today" in looked
    assert "bob@example.org (not at all)" in looked
    assert (mail.outbox, deliveries()) == ([], [])
    assert said(*here) == "alice@example.org mail sent\n"
    assert said(*here).startswith("Nobody was told")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["--household", "nowhere"], "no household"), (["--household", "CODE", "--now", "noon"], "noon is no time")],
)
def test_what_is_mistyped_is_said(household: Household, arguments: list[str], sentence: str) -> None:
    typed = [household.code if one == "CODE" else one for one in arguments]
    with pytest.raises(DomainError, match=sentence):
        said(*typed)
