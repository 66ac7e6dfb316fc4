"""chat:assistant.edit, chat:assistant.show: who chooses, what is kept, and that a key is never seen again."""

from decimal import Decimal
from typing import Any

import pytest

from accounts.exports import exports
from accounts.models import Activity, Household, User
from chat.models import AssistantSettings
from chat.queries.assistant import SEALED_FOR, assistant_of
from kitchen import tenancy
from kitchen.sealing import open_sealed
from tests.conftest import ClientOf
from tests.database import as_owner

pytestmark = pytest.mark.django_db
KEY = "sk-very-secret-0123456789"
OWN = {
    "source": "own",
    "provider": "openai",
    "base_url": "https://models.example.org/v1/",
    "model": "qwen3:8b",
    "key": KEY,
    "input_price": "2",
    "output_price": "8,5",
    "daily_tokens": "50000",
    "approvals": "large",
}


def page(household: Household, name: str = "assistant/edit/") -> str:
    return f"/h/{household.code}/chat/{name}"


def row() -> AssistantSettings:
    with as_owner():
        return AssistantSettings.objects.get()


def test_a_model_of_ones_own(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    assert client.post(page(household), OWN).status_code == 302
    kept = row()
    assert (kept.base_url, kept.model, kept.approvals) == ("https://models.example.org/v1", "qwen3:8b", "large")
    assert (kept.input_price, kept.output_price) == (2, Decimal("8.5"))
    assert KEY not in kept.sealed_key
    assert open_sealed(kept.sealed_key, use=SEALED_FOR) == KEY
    for reader in (alice, bob):
        shown = client_of(reader).get(page(household, "assistant/")).text
        assert "qwen3:8b" in shown
        assert "runs at models.example.org" in shown.lower()
        assert "kept, encrypted" in shown
        assert KEY not in shown
        assert kept.sealed_key not in shown
    assert KEY not in client.get(page(household)).text
    assert kept.sealed_key not in client.get(page(household)).text
    assert "qwen3:8b" in client.get(page(household, "")).text  # the home of the chat says who answers


def test_an_empty_key_leaves_the_one_that_is_kept(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    client.post(page(household), OWN)
    client.post(page(household), {**OWN, "key": "", "model": "other"})
    assert open_sealed(row().sealed_key, use=SEALED_FOR) == KEY
    client.post(page(household), {**OWN, "key": "", "forget_key": "on"})
    assert row().sealed_key == ""


def test_a_key_is_not_sent_to_another_address(household: Household, alice: User, client_of: ClientOf) -> None:
    """Else whoever may change the address could have it delivered to themselves."""
    client = client_of(alice)
    client.post(page(household), OWN)
    refused = client.post(page(household), {**OWN, "key": "", "base_url": "https://evil.example.net/v1"})
    assert refused.status_code == 422
    assert "give it once more" in refused.text
    assert row().base_url == "https://models.example.org/v1"
    client.post(page(household), {**OWN, "key": "", "base_url": "https://evil.example.net/v1", "forget_key": "on"})
    assert row().sealed_key == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"base_url": "http://models.example.org/v1"}, "must begin with https://"),
        ({"base_url": "ftp://models.example.org"}, "This is no address"),
        ({"base_url": "https://alice:secret@models.example.org"}, "without a name, key"),
        ({"base_url": "https://models.example.org/?key=abc"}, "without a name, key"),
        ({"base_url": "https://models.example.org:22/"}, "does not answer at this port"),
        ({"base_url": "https://models.example.org:99999/v1"}, "does not answer at this port"),
        ({"base_url": "https://models.example.org:0/v1"}, "does not answer at this port"),
        ({"base_url": "https://exa mple.com/v1"}, "This is no address"),
        ({"base_url": "https://192.168.1.4:8443/v1"}, "asks no model in a private network"),
        ({"base_url": "https://[::1]/v1"}, "asks no model in a private network"),
        ({"base_url": "https://ollama:8443"}, "asks no model in a private network"),
        ({"input_price": "1,125"}, "can be read in two ways: write 1125, or 1.125."),
        ({"model": ""}, "Say which model"),
        ({"model": "built-in"}, "what the built-in assistant is called"),
        ({"input_price": "-1"}, "Give the price as a number: 2.49."),
        ({"source": "nobody"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    household: Household, alice: User, client_of: ClientOf, wrong: dict[str, str], said: str
) -> None:
    answer = client_of(alice).post(page(household), {**OWN, **wrong})
    assert answer.status_code == 422
    assert said in answer.text
    assert "50000" in answer.text
    assert KEY not in answer.text
    with as_owner():
        assert not AssistantSettings.objects.exists()


def test_saved_twice_it_is_told_once(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    for _time in range(2):
        client.post(page(household), {**OWN, "key": ""})
    told = client.get(f"/h/{household.code}/feed/").text
    assert told.count("changed which assistant answers") == 1


def test_members_do_not_change_it_and_strangers_find_nothing(
    household: Household, bob: User, guest: User, stranger: User, client_of: ClientOf
) -> None:
    assert client_of(bob).post(page(household), OWN).status_code == 403
    assert client_of(guest).get(page(household, "assistant/")).status_code == 403
    assert client_of(stranger).get(page(household, "assistant/")).status_code == 404
    with as_owner():
        assert not AssistantSettings.objects.exists()


def test_the_key_is_in_no_download_and_no_feed(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    client.post(page(household), OWN)
    sealed = row().sealed_key
    with as_owner():
        told = [str(one.facts) for one in Activity.objects.all()]
    with tenancy.scope(person=alice.pk):
        brought = [str(list(export(alice))) for _name, export in exports]
    assert any("qwen3:8b" in one for one in brought)
    assert not any(secret in one for one in (*told, *brought) for secret in (KEY, sealed))


def test_without_a_key_that_opens_it_there_is_none(
    household: Household, alice: User, client_of: ClientOf, settings: Any
) -> None:
    client_of(alice).post(page(household), OWN)
    settings.ENCRYPTION_KEYS = ["another-key-of-more-than-32-characters!"]
    with tenancy.scope(household=household.pk, person=alice.pk):
        assert assistant_of(household).key == ""
    assert client_of(alice).get(page(household, "assistant/")).status_code == 200
