"""What nobody means to send: a fixed list, strategies that make more of it, and bodies a browser would never build."""

import json
from typing import Any
from urllib.parse import urlencode

from hypothesis import strategies as st

SCRIPT = "<script>alert('k7')</script>"
QUOTES = "\"'><img src=x onerror=alert('k7')>"
# None of these may stand in a page as it was sent.
MARKUP = (SCRIPT, "<img src=x onerror=")

VALUES = (
    SCRIPT,
    QUOTES,
    "javascript:alert('k7')//https://",
    "a\x00b",
    "\ud800 \udfff",
    "\u202e\u200f\ufeff\u2028gnirts",
    "e\u0301" * 3_000,
    "9" * 400,
    "-1",
    "0",
    "1e400",
    "NaN",
    "-Infinity",
    "0001-01-01",
    "9999-12-31T23:59:60+14:00",
    "2026-02-30",
    '{"a":{"b":[[[null]]]},"__proto__":1}',
    "['; DROP TABLE accounts_user; --",
    "' OR 1=1 --",
    "{{ request.user.password }}{% include 'base.html' %}{actor.password}%(x)s%n",
    "../../../../etc/passwd\x00.png",
    "\r\nSet-Cookie: k7=1\r\n\r\n",
    "٣٫١٤ ½ ² ㊿ 𝟙",
    "",
)
# The same in a message: also what is no text where text belongs.
LEAVES: tuple[Any, ...] = (*VALUES, None, True, -1, 2**70, 1.5e308, [], {}, [[[[]]]], {"a": {"b": None}}, ["x"] * 300)


def texts() -> st.SearchStrategy[str]:
    return st.one_of(st.text(max_size=60), st.sampled_from(VALUES), st.from_regex(r"[-+0-9.,e/:TZ ]{1,24}"))


def leaves() -> st.SearchStrategy[Any]:
    plain = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts())
    return st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(), inner, max_size=3))


def form_body(fields: dict[str, Any]) -> bytes:
    """As sent by a program: halves of characters too, which no browser sends."""
    return urlencode(fields, doseq=True, errors="surrogatepass").encode()


def json_body(message: Any) -> bytes:
    """With NaN and Infinity, which Python reads and JSON does not know."""
    return json.dumps(message).encode()


def bent(message: Any, leaf: Any, at: int) -> tuple[Any, int]:
    """The message with its value number `at` replaced by `leaf`, and how many values were passed."""
    if at == 0:
        return leaf, -1
    at -= 1
    if isinstance(message, dict | list):
        items = message.items() if isinstance(message, dict) else enumerate(message)
        copy: Any = dict(message) if isinstance(message, dict) else list(message)
        for key, value in items:
            copy[key], at = bent(value, leaf, at)
            if at < 0:
                return copy, at
        return copy, at
    return message, at
