"""JSON as sites really write it: raw line ends, comments, trailing commas, CDATA, several texts in one."""

import html
import json
import re
from typing import Any

OPENING = ("//<![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "// <![CDATA[", "<![CDATA[", "<!--")
CLOSING = ("//]]>", "/*]]>*/", "/* ]]> */", "// ]]>", "]]>", "//-->", "-->")
# Texts are passed over whole; the rest is what JSON does not have. Each part ends somewhere, so this is linear.
STRANGE = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|//[^\n]*+|,(?=\s*+[}\]])', re.DOTALL)
WRONG_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})')
# What is longer is not mended: a person did not write it.
LONGEST = 2_000_000


def loads(text: str) -> Any:
    """The data of a text that means to be JSON, or None. Never raises."""
    attempts = (_as_it_is, _mended, _unescaped, _first_of_several)
    for attempt in attempts if len(text) <= LONGEST else attempts[:1]:
        try:
            return attempt(text)
        except (ValueError, RecursionError):
            continue
    return None


def _as_it_is(text: str) -> Any:
    return json.loads(text, strict=False)


def _mended(text: str) -> Any:
    return json.loads(mended(text), strict=False)


def _unescaped(text: str) -> Any:
    return json.loads(mended(html.unescape(text)), strict=False)


def _first_of_several(text: str) -> Any:
    """All values of a text that has several, one after the other, up to where it breaks."""
    decoder = json.JSONDecoder(strict=False)
    rest, found = mended(text).strip(), []
    while rest:
        try:
            value, end = decoder.raw_decode(rest)
        except ValueError:
            break
        found.append(value)
        rest = rest[end:].lstrip(" \t\r\n;,")
    if not any(isinstance(value, dict | list) for value in found):
        raise ValueError
    return found


def mended(text: str) -> str:
    bare = text.strip("\ufeff \t\r\n;")
    for opening in OPENING:
        bare = bare.removeprefix(opening).strip()
    for closing in CLOSING:
        bare = bare.removesuffix(closing).rstrip(" \t\r\n;")
    return STRANGE.sub(lambda found: WRONG_ESCAPE.sub(r"\\\\", found.group(1)) if found.group(1) else "", bare)
