"""Texts of strangers as plain text: no markup, no entities, nothing invisible, no longer than is reasonable."""

import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

# More than this of one field is not looked at.
LONGEST = 60_000
LONGEST_URL = 2000
ROUNDS = 3
TAG = re.compile(r"(<[a-zA-Z/!?][^<>]*>)")
STRAY = re.compile(r"<(?=[a-zA-Z/!?])")
NAME = re.compile(r"</?([a-zA-Z0-9]+)")
HIDDEN = {"script", "style", "template", "noscript", "svg", "iframe", "object"}
BLOCKS = {
    "p", "br", "li", "ul", "ol", "div", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "dl",
    "section", "article", "header", "blockquote", "hr",
}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# Direction marks and the like, which can make a text look other than it is. Joiners of emoji and Persian stay.
INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff]"
)
# A heading that is not a sentence, an amount or one with a colon already.
IS_NAME = re.compile(r"[^\d.!?:]{1,80}")
SPACES = re.compile(r"[^\S\n]+")
BULLET = re.compile(r"^(?:[-*•·●▪▢□☐◦‣✓–—]\s*|\[[ xX]?\]\s*)+(?=\S)")


def text(value: object) -> str:
    """Anything as text of several lines. Lists and objects are no text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    found = value if isinstance(value, str) else f"{value:g}"
    found = _visible(found[:LONGEST])
    for _round in range(ROUNDS):
        bare = _visible(html.unescape(_without_tags(found)))
        if bare == found:
            break
        found = bare
    return unicodedata.normalize("NFC", STRAY.sub("", found)).strip()


def line(value: object, longest: int = LONGEST) -> str:
    """Anything as one line; what is too long is cut at a word."""
    found = " ".join(text(value).split())
    if len(found) <= longest:
        return found
    cut = found[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def lines(value: object) -> list[str]:
    """Anything as lines without bullets and blank ones."""
    return [bare for one in text(value).split("\n") if (bare := BULLET.sub("", SPACES.sub(" ", one).strip()))]


def paragraphs(value: object, longest: int) -> str:
    """A longer text, its paragraphs kept apart by one blank line."""
    found = re.sub(r"\n\s*\n+", "\n\n", "\n".join(SPACES.sub(" ", one).strip() for one in text(value).split("\n")))
    return found if len(found) <= longest else f"{found[: longest - 1].rstrip()}…"


def url(value: object, base: str = "") -> str:
    """An address of http or https, made whole by `base`, or nothing."""
    if not isinstance(value, str) or len(value) > LONGEST_URL:
        return ""
    bare = INVISIBLE.sub("", html.unescape(value)).strip()
    if not bare:
        return ""
    try:
        whole = urljoin(base, bare) if base else bare
        parts = urlsplit(whole)
    except ValueError:
        return ""
    ends = parts.scheme in {"http", "https"} and parts.netloc and not re.search(r"[\s<>\"\x00-\x1f\x7f]", whole)
    return whole if ends and len(whole) <= LONGEST_URL else ""


def _visible(found: str) -> str:
    found = found.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    found = INVISIBLE.sub("", found)
    if found.replace("\n", " ").isprintable():
        return found
    kept = (
        one if one == "\n" or unicodedata.category(one) not in {"Cc", "Cs", "Cn", "Co", "Zs"} else _space(one)
        for one in found
    )
    return "".join(kept)


def _space(one: str) -> str:
    return " " if one in {"\t", "\x0b", "\x0c"} or unicodedata.category(one) == "Zs" else ""


def _without_tags(found: str) -> str:
    return "".join(_pieces(found)) if "<" in found else found


def _pieces(found: str) -> Iterator[str]:
    """What stands between the tags, with a line's end where a block begins or ends; a heading ends with a colon."""
    hidden = heading = ""
    for piece in TAG.split(found):
        tag = NAME.match(piece) if TAG.fullmatch(piece) else None
        name = tag.group(1).lower() if tag else ""
        closes = piece.startswith("</")
        if hidden:
            hidden = "" if closes and name == hidden else hidden
        elif name in HIDDEN and not closes and not piece.endswith("/>"):
            hidden = name
        elif name in BLOCKS:
            yield ":\n" if closes and name in HEADINGS and IS_NAME.fullmatch(heading.strip()) else "\n"
            heading = ""
        elif not TAG.fullmatch(piece):
            heading += piece
            yield piece
