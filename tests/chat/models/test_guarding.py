"""Which addresses a household may name for a model, and which of those it is asked at."""

from typing import Any

import pytest

from chat.assistants.assistant import Assistant, is_near
from chat.assistants.guarding import ModelGuard, checked_address
from chat.models import ModelSource
from kitchen.errors import DomainError

PUBLIC, INSIDE, METADATA = "93.184.216.34", "192.168.1.5", "169.254.169.254"


@pytest.mark.parametrize(
    ("guard", "address", "port", "allowed"),
    [
        (ModelGuard(), PUBLIC, 443, True),
        (ModelGuard(), PUBLIC, 8443, True),
        (ModelGuard(), INSIDE, 443, False),
        (ModelGuard(), "127.0.0.1", 11434, False),
        (ModelGuard(), METADATA, 443, False),
        (ModelGuard(private=True), INSIDE, 11434, True),
        (ModelGuard(private=True), "127.0.0.1", 11434, True),
        (ModelGuard(private=True), PUBLIC, 443, True),
        (ModelGuard(private=True), METADATA, 80, False),
        (ModelGuard(private=True), "::ffff:169.254.169.254", 80, False),
        (ModelGuard(private=True), "fe80::1", 80, False),
        (ModelGuard(private=True), "nonsense", 80, False),
        (ModelGuard(private=True, plain=True), INSIDE, 80, True),
        (ModelGuard(private=True, plain=True), PUBLIC, 80, False),
    ],
)
def test_where_it_may_be_asked(guard: ModelGuard, address: str, port: int, allowed: bool) -> None:
    assert guard.allows(address, port) is allowed


def test_ports_of_other_services_are_closed() -> None:
    assert not any(ModelGuard().allows_port(port) for port in (22, 25, 445))
    assert all(ModelGuard().allows_port(port) for port in (443, 8443, 11434))


def test_in_ones_own_network_plain_http_is_taken(settings: Any) -> None:
    settings.CHAT_ALLOW_PRIVATE = True
    assert checked_address(" http://localhost:11434/v1/ ") == "http://localhost:11434/v1"
    for wrong in ("http://localhost:99999/v1", "http://169.254.169.254/v1", "http://[fe80::1]:8000"):
        with pytest.raises(DomainError):
            checked_address(wrong)
    settings.CHAT_ALLOW_PRIVATE = False
    for wrong in ("http://localhost:11434/v1", "https://localhost:11434/v1", "https://10.0.0.4"):
        with pytest.raises(DomainError):
            checked_address(wrong)


@pytest.mark.parametrize(
    "url", ["https://münchen.example/v1", "https://a_b.example.org:8443", "https://[2606:4700::1111]/v1"]
)
def test_names_and_addresses_of_the_public_internet_are_taken(url: str, settings: Any) -> None:
    settings.CHAT_ALLOW_PRIVATE = False
    assert checked_address(url).startswith("https://")


def test_a_private_address_that_is_not_asked_is_told_so(settings: Any) -> None:
    """It was saved while the operator allowed it."""
    near = Assistant(ModelSource.OWN, "m", provider="openai", base_url="http://10.0.0.4/v1")
    settings.CHAT_ALLOW_PRIVATE = True
    assert "own network" in near.place
    settings.CHAT_ALLOW_PRIVATE = False
    assert "asks nobody" in near.place


@pytest.mark.parametrize("host", ["localhost", "ollama", "10.0.0.4", "::1", "nas.local", "models.lan"])
def test_near_is_said_of_what_is_near(host: str) -> None:
    assert is_near(host)


@pytest.mark.parametrize("host", ["", "api.openai.com", PUBLIC, "local.example.org"])
def test_near_is_not_said_of_others(host: str) -> None:
    assert not is_near(host)
