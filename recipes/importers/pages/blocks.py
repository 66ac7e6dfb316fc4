"""A part of a page as the blocks that a reader sees: headings, items of lists, paragraphs."""

import re
from collections.abc import Iterator
from itertools import islice

from recipes.importers import clean
from recipes.importers.blocks import BOLD_HEADING, Block, joined
from recipes.importers.pages.document import Element

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BREAKS = {
    "address", "article", "blockquote", "br", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "legend", "li", "main", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
SILENT = {
    "script", "style", "noscript", "template", "svg", "iframe", "object", "nav", "footer", "select", "button",
    "textarea", "head", "video", "audio", "canvas",
}  # fmt: skip
STRONG = {"b", "strong", "u"}
# An item or row of at most so many letters, and without parts of its own kind, is one line.
LONGEST_LINE = 250
# Between the end of a link or span and the sign after it there was no space.
BEFORE_SIGN = re.compile(r" ([,.;:!?)])(?= |$)")
# A fraction of three elements: the number above, the stroke, the number below.
FRACTION = re.compile(r"(\d) ?[\u2044\u2215] ?(\d)")
# What pages call the heads of their groups where they take no heading for them.
HEADS = re.compile(
    r"(?:group|section|part|list)[-_]*(?:head|heading|header|title|name)|(?:^|[\s_-])sub[-_]?(?:head|heading|title)",
    re.IGNORECASE,
)
MOST = 6000
BOLD_LONGEST = 80


class Walk:
    """One pass over a tree; remembers which items and rows are one line, and numbers items and lists.

    The numbers hold on to their elements: lxml makes an element anew each time nobody does, so that its `id` changes.
    """

    def __init__(self) -> None:
        self.lines: dict[Element, bool] = {}
        self.numbers: dict[Element | None, int] = {None: 0}

    def blocks(self, root: Element) -> Iterator[Block]:
        words: list[str] = []
        around: list[Element] = []
        place = None
        for text, parent in chunks(root):
            here = self.place(parent, root)
            if here is not place or (text == "\n" and not self.is_line(here)):
                yield from self.block(words, around, place)
                words, around, place = [], [], here
            words.append(" " if text == "\n" else text)
            if text.strip():
                around.append(parent)
        yield from self.block(words, around, place)

    def block(self, words: list[str], around: list[Element], place: Element | None) -> Iterator[Block]:
        text = FRACTION.sub(r"\1/\2", BEFORE_SIGN.sub(r"\1", clean.line("".join(words))))
        if not text or place is None:
            return
        above = [place, *place.iterancestors()]
        item = next((one for one in above if one.tag == "li"), None)
        heading = next((one for one in above if one.tag in HEADINGS), None)
        level = 0 if heading is None or (item is not None and _is_all_of(heading, item)) else HEADINGS[heading.tag]
        if not level and heading is None and len(text) <= BOLD_LONGEST:
            level = BOLD_HEADING if _is_named_so(place) or all(_is_bold(one, place) for one in around) else 0
        parent = item.getparent() if item is not None else None
        yield Block(text, level, self.number(item), self.number(parent))

    def number(self, element: Element | None) -> int:
        return self.numbers.setdefault(element, len(self.numbers))

    def place(self, element: Element, root: Element) -> Element:
        """The element whose text is one line: a short item or row, or else the nearest block."""
        nearest = None
        for one in (element, *element.iterancestors()):
            if self.is_line(one):
                return one
            if nearest is None and one.tag in BREAKS:
                nearest = one
            if one is root:
                break
        return root if nearest is None else nearest

    def is_line(self, element: Element) -> bool:
        if element.tag not in {"li", "tr"}:
            return False
        if element not in self.lines:
            # Nesting is asked first: the letters of an outer list would be counted again for each inner one.
            parts = next((one for one in element.iter("li", "tr", "ul", "ol", *HEADINGS) if one is not element), None)
            self.lines[element] = (
                parts is None and sum(len(part.strip()) for part in element.itertext()) <= LONGEST_LINE
            )
        return self.lines[element]


def chunks(root: Element) -> Iterator[tuple[str, Element]]:
    """The texts in the order of the page, each with its element; a break is a line's end. Without recursion."""
    stack: list[tuple[str, Element, Element]] = [("", root, root)]
    while stack:
        text, element, parent = stack.pop()
        if text:
            yield text, parent
            continue
        if not isinstance(element.tag, str) or element.tag in SILENT or is_hidden(element):
            continue
        if element.tag in {"br", "hr"}:
            yield "\n", parent
        for child in reversed(element):
            # Two parts of a line without anything between them are held apart by their looks.
            if child.tail or child.getnext() is not None:
                stack.append((child.tail or " ", child, element))
            stack.append(("", child, element))
        if element.tag in BREAKS or element.tag in {"span", "a"}:
            stack.append((" ", element, element))
        if element.text:
            stack.append((element.text, element, element))


def is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or element.get("aria-hidden") == "true"


def _is_all_of(heading: Element, item: Element) -> bool:
    """Whether it is no heading of what else is in the item: a list that is written in headings, or inside of one."""
    if heading in item.iterancestors():
        return True
    letters = [sum(len(part.strip()) for part in one.itertext()) for one in (heading, item)]
    return letters[0] >= letters[1]


def _is_named_so(element: Element) -> bool:
    return element.tag not in {"li", "ul", "ol", "body"} and HEADS.search(element.get("class") or "") is not None


def _is_bold(element: Element, place: Element) -> bool:
    for one in (element, *element.iterancestors()):
        if one.tag in STRONG:
            return True
        if one is place:
            return False
    return False


def read_blocks(root: Element) -> list[Block]:
    return joined(list(islice(Walk().blocks(root), MOST)))
