"""Which parts of an HTML tree people read or hear, and which of their letters are no language."""

import re
from collections.abc import Iterator

from tests.conventions.markup import HELD, Element, Text

SPOKEN = (
    "title",
    "alt",
    "placeholder",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "label",
)
SPOKEN += ("hx-confirm", "hx-prompt", "data-confirm")
READ_META = ("description", "application-name", "apple-mobile-web-app-title")
BUTTONS = ("submit", "button", "reset")
# Not for reading: code of machines, and what is marked as the same in every language (HTML's own attribute).
SILENT = ("script", "style", "code", "kbd", "samp")
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]{2,}")
# A data attribute that begins like a sentence is one that a script will show.
SENTENCE = re.compile(r"\s*[A-Z][a-z]+\b")


def is_silent(element: Element) -> bool:
    return any(one.tag in SILENT or one.attributes.get("translate") == "no" for one in (element, *element.ancestors()))


def spoken(tree: Element) -> Iterator[tuple[int, str]]:
    """Line and text of everything that people read or hear, place-holders of templates left out."""
    for element in tree:
        if is_silent(element):
            continue
        for child in element.children:
            if isinstance(child, Text):
                yield child.line, HELD.sub(" ", child.text)
        for value in _attributes(element):
            yield element.line, HELD.sub(" ", value)


def _attributes(element: Element) -> Iterator[str]:
    for name, value in element.attributes.items():
        of_meta = name == "content" and element.attributes.get("name") in READ_META
        of_button = name == "value" and element.tag == "input" and element.attributes.get("type") in BUTTONS
        for_scripts = name.startswith("data-") and SENTENCE.match(value)
        if name in SPOKEN or of_meta or of_button or for_scripts:
            yield value


def words(text: str) -> list[str]:
    """Its words of two letters and more; single letters are initials and units of no language."""
    return WORD.findall(text)
