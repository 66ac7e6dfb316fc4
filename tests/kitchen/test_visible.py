"""What is left of a text that somebody typed: what is to be seen."""

import pytest

from kitchen.visible import one_line, visible

FAMILY, FLAME, RAINBOW = "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "🏳\ufe0f\u200d🌈"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    "text",
    ["Soup", "Žluťoučký kůň", "می\u200cخواهم", "क्\u200dष", FAMILY, FLAME, RAINBOW, SCOTLAND, "1\ufe0f\u20e3", "a\n\tb"],
)
def test_what_is_seen_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\u202eevil\u202c", "evil"),
        ("\u2066milk\u2069\u200f", "milk"),
        ("so\u00adup\u200b\ufeff", "soup"),
        ("An\u200dna\u200c", "Anna"),
        ("\x00\x07bell\x1b", "bell"),
        ("é\u200d\u200dé", "éé"),
        ("tag\U000e0074\U000e0061", "tag"),
        ("\U0001f3f4" + "\U000e0061" * 20, "\U0001f3f4"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
    ],
)
def test_what_nobody_sees_goes(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    "text", ["\u200b\u200e", "\u202e \u202c", "\u3164", "\ufe0f", "\u2800 \n", "\u200d", "\x00", ""]
)
def test_a_text_of_nothing_seen_is_none(text: str) -> None:
    assert visible(text) == one_line(text) == ""


def test_a_line_has_one_space_between_words() -> None:
    assert one_line(" a\u00a0 \n b\u200b\tc ") == "a b c"
