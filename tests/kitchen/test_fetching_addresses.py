"""What is not on the public internet is not fetched, whatever it is called."""

import pytest

from kitchen.fetching import FetchError, Guard, fetch
from kitchen.fetching.addresses import is_public


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"])
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3",
        "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.8.8.8", "168.63.129.16", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.168.1.1", "198.18.0.1", "203.0.113.5", "224.0.0.1",
        "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::7f00:1", "fe80::1",
        "fe80::1%eth0",
        "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2002:7f00:1::", "2001:0:4136:e378::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "not an address", "",
    ],
)  # fmt: skip
def test_other_addresses_are_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://[::1]/", "http://2130706433/", "http://0x7f000001/", "http://127.1/", "http://0/",
        "http://169.254.169.254/latest/meta-data/", "http://[::ffff:127.0.0.1]/", "http://localhost/",
        "http://10.0.0.1:443/", "https://192.168.0.1/",
    ],
)  # fmt: skip
def test_addresses_of_this_machine_and_its_network_are_refused(url: str) -> None:
    with pytest.raises(FetchError) as refusal:
        fetch(url)
    assert refusal.value.reason == "not_allowed"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "address"),
        ("cake", "address"),
        ("www.example.com/cake", "address"),
        ("file:///etc/passwd", "address"),
        ("ftp://example.com/", "address"),
        ("gopher://example.com/", "address"),
        ("javascript:alert(1)", "address"),
        ("data:text/html,cake", "address"),
        ("http://", "address"),
        ("http:///cake", "address"),
        ("http://exa mple.com/", "address"),
        ("http://example.com:99999/", "not_allowed"),
        (f"http://example.com/{'a' * 3000}", "address"),
        ("http://alice:secret@example.com/", "credentials"),
        ("http://alice@example.com/", "credentials"),
        ("http://example.com:22/", "not_allowed"),
        ("http://example.com:8080/", "not_allowed"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused_unasked(url: str, reason: str) -> None:
    asked: list[str] = []
    guard = Guard(look_up=lambda host, _port: asked.append(host) or [])
    with pytest.raises(FetchError) as refusal:
        fetch(url, guard=guard)
    assert refusal.value.reason == reason
    assert not asked


def test_one_private_address_among_public_ones_refuses_the_name() -> None:
    with pytest.raises(FetchError) as refusal:
        fetch("http://both.example/", guard=Guard(look_up=lambda _host, _port: ["203.0.113.9", "1.1.1.1"]))
    assert refusal.value.reason == "not_allowed"
