"""Django templates and answered pages as trees of elements, with the line each begins on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

TAG = re.compile(
    r"{%\s*comment\b.*?%}.*?{%\s*endcomment\s*%}|{#.*?#}|{%.*?%}|{{.*?}}",
    re.DOTALL,
)
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
# What stands for a template tag in a tree: never a letter of the page, and kept so that two URLs can be compared.
OPEN, CLOSE = "\ue000", "\ue001"
HELD = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")


@dataclass
class Element:
    """An element with its attributes (a bare one is ""), its children in order and its parent."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: "Element | None" = None
    children: list["Element | Text"] = field(default_factory=list)

    def __iter__(self) -> Iterator["Element"]:
        """Itself and every element inside, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    def ancestors(self) -> Iterator["Element"]:
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


@dataclass
class Text:
    """Text between tags, and the line it begins on."""

    text: str
    line: int
    parent: Element


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {}, 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0], self.here)
        self.here.children.append(made)
        if tag not in VOID:
            self.here = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for open_element in (self.here, *self.here.ancestors()):
            if open_element.tag == tag and open_element.parent is not None:
                self.here = open_element.parent
                return

    def handle_data(self, data: str) -> None:
        self.here.children.append(Text(data, self.getpos()[0], self.here))


def page_tree(html: str) -> Element:
    """The tree of an HTML text under a root without a name."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def template_tree(source: str) -> Element:
    """The tree of a template as it is written: both arms of an `if` stand in it one after the other."""
    return page_tree(neutral(source))


def neutral(source: str) -> str:
    """The template with its tags made harmless: kept as marks in text and values, left out between attributes."""
    parts: list[str] = []
    state = ""
    last = 0
    for found in TAG.finditer(source):
        literal = source[last : found.start()]
        state = _state_after(state, literal)
        # A tag may choose the element's name: `<{% if href %}a{% else %}button{% endif %} …>` is read as the first.
        names_element = literal.endswith(("<", "</"))
        parts += [literal, "" if names_element else _mark(found.group(), state)]
        last = found.end()
    return "".join([*parts, source[last:]])


def _mark(tag: str, state: str) -> str:
    lines = "\n" * tag.count("\n")
    if state == "<" or tag.startswith("{#") or re.match(r"{%\s*comment", tag):
        return lines or " "
    inner = re.sub(r"\s+", " ", tag).translate(str.maketrans({'"': "`", "'": "`", "<": "(", ">": ")", "&": "+"}))
    return f"{OPEN}{inner}{CLOSE}{lines}"


def _state_after(state: str, literal: str) -> str:
    """Where in HTML one stands after `literal`: "" in text, "<" between attributes, or the quote of a value."""
    for sign in literal:
        if state == "":
            state = "<" if sign == "<" else ""
        elif state == "<":
            state = {">": "", '"': '"', "'": "'"}.get(sign, state)
        elif sign == state:
            state = "<"
    return state
