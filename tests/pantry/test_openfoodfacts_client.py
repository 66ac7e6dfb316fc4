from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from pantry.openfoodfacts import Found, Unknown, Unreachable, client, limit, look_up, product_page
from tests.fake_openfoodfacts import FakeOff, fake_openfoodfacts

GTIN, CODE = "04006381333931", "4006381333931"
OATS = {"product_name": "Oats", "product_name_de": "Haferflocken", "brands": "Mill", "quantity": "500 g"}


@pytest.fixture
def off(settings: Any) -> Iterator[FakeOff]:
    cache.clear()
    with fake_openfoodfacts() as off:
        settings.OFF_URL = off.url + "/"
        off.products[CODE] = OATS
        yield off
    cache.clear()


def reason(answer: object) -> str:
    assert isinstance(answer, Unreachable)
    assert answer.why.endswith(".")
    return answer.reason


def test_a_known_code_is_asked_once_and_politely(off: FakeOff, settings: Any) -> None:
    settings.PUBLIC_URL = "https://kitchen.example"
    answer = look_up(GTIN, language="de")
    assert isinstance(answer, Found)
    assert answer.product == look_up(GTIN, language="de").product  # type: ignore[union-attr]
    assert (answer.product.name, answer.product.gtin) == ("Haferflocken", GTIN)
    ((path, headers),) = off.asked
    assert path.startswith(f"/api/v2/product/{CODE}.json?fields=code,product_name,")
    assert path.endswith("&lc=de")
    assert headers["User-Agent"] == "Kitchen/1.0 (https://kitchen.example)"
    assert product_page(GTIN) == f"https://world.openfoodfacts.org/product/{CODE}"


@pytest.mark.parametrize("mood", ["well", "old"])
def test_an_unknown_code_is_unknown_for_a_day(mood: str, off: FakeOff) -> None:
    off.mood = mood
    assert look_up("00000096385074") == look_up("00000096385074") == Unknown()
    assert off.codes == ["96385074"]


@pytest.mark.parametrize(
    ("mood", "why"),
    [
        ("too many", "busy"),
        ("down", "no_network"),
        ("cut", "broken"),
        ("a page", "broken"),
        ("half", "broken"),
        ("huge", "broken"),
        ("elsewhere", "broken"),
        ("odd", "broken"),
    ],
)
def test_on_a_bad_day_it_says_so_and_asks_no_more_for_a_minute(mood: str, why: str, off: FakeOff) -> None:
    off.mood = mood
    assert reason(look_up(GTIN)) == why
    assert reason(look_up(GTIN)) == why
    assert len(off.asked) == 1
    off.mood = "well"
    again = look_up(GTIN, again=True)
    # Who was turned away does not knock again at once.
    assert reason(again) == why if mood == "too many" else isinstance(again, Found)


def test_who_drips_is_not_listened_to_for_long(off: FakeOff, monkeypatch: pytest.MonkeyPatch) -> None:
    off.mood = "slow"
    monkeypatch.setattr(client, "LIMITS", client.Limits(seconds=0.2, connect=0.2))
    assert reason(look_up(GTIN)) == "slow"
    assert reason(look_up("00000096385074")) == "slow"
    assert len(off.asked) == 1


def test_without_a_network_nobody_waits_for_each_code(settings: Any, off: FakeOff) -> None:
    settings.OFF_URL = "http://127.0.0.1:9"
    assert reason(look_up(GTIN)) == "no_network"
    assert limit.resting() == "no_network"
    settings.OFF_URL = off.url
    assert reason(look_up("00000096385074")) == "no_network"
    assert isinstance(look_up(GTIN, again=True), Found)
    assert off.codes == [CODE]


def test_no_more_is_asked_than_they_allow(off: FakeOff) -> None:
    codes = [f"{number:014d}" for number in range(10_000_000, 10_000_020)]
    answers = [look_up(code) for code in codes]
    assert answers.count(Unknown()) == len(off.asked) == limit.MOST
    assert reason(answers[-1]) == "busy"


def test_a_minute_slides(monkeypatch: pytest.MonkeyPatch, off: FakeOff) -> None:
    del off
    now = 1_000_000 * 60.0
    monkeypatch.setattr(limit.time, "time", lambda: now)
    assert [limit.may_ask() for _ in range(limit.MOST + 1)] == [True] * limit.MOST + [False]
    now += 60 + 30
    assert [limit.may_ask() for _ in range(8)] == [True] * 7 + [False]


def test_switched_off_it_asks_nobody(off: FakeOff, settings: Any) -> None:
    settings.OFF_URL = ""
    assert reason(look_up(GTIN)) == "off"
    assert off.asked == []


def test_a_host_that_does_not_exist_is_no_network(settings: Any, off: FakeOff) -> None:
    del off
    settings.OFF_URL = "http://openfoodfacts.invalid"
    assert reason(look_up(GTIN)) in {"no_network", "slow"}
