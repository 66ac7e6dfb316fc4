"""Recipes marked up in the tree of a page, in whatever dialect, as the same nodes that JSON would have."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from recipes.importers import clean
from recipes.importers.pages.blocks import read_blocks
from recipes.importers.pages.document import Document, Element
from recipes.importers.schema.graph import Node, is_a

ATTRIBUTES = {
    "meta": "content",
    "img": "src",
    "source": "src",
    "a": "href",
    "link": "href",
    "time": "datetime",
    "data": "value",
}
ADDRESSES = {"image", "url", "thumbnailUrl", "mainEntityOfPage"}
# Their text is one thing, whatever is marked inside of it.
WHOLE = {"recipeInstructions", "recipeIngredient", "ingredients", "ingredient", "instructions"}
DEEPEST, MOST = 12, 200


@dataclass(frozen=True)
class Dialect:
    """How a dialect says of what types an element is an item (none: it is not), and which properties it holds."""

    types: Callable[[Element], list[str]]
    names: Callable[[Element], list[str]]


def items(document: Document, dialect: Dialect) -> Iterator[Node]:
    """The recipes of a page that are written in a dialect."""
    found = 0
    for element in document.root.iter():
        if isinstance(element.tag, str) and found < MOST and is_a({"@type": dialect.types(element)}, "Recipe"):
            found += 1
            yield node_of(element, dialect)


def node_of(root: Element, dialect: Dialect, depth: int = 0) -> Node:
    """The item of an element, its properties as lists."""
    node: dict[str, Any] = {"@type": dialect.types(root)}
    stack = [*reversed(root), *_referred(root)]
    while stack:
        element = stack.pop()
        # The title of the whole page says more than the name of the dish.
        if not isinstance(element.tag, str) or element.tag == "title":
            continue
        names = dialect.names(element)
        for name in names:
            node.setdefault(name, []).append(_value(element, name, dialect, depth))
        # What is inside of another item, or of steps written as one text, belongs to that.
        if not dialect.types(element) and not (names and names[0] in WHOLE):
            stack.extend(reversed(element))
    return node


def _referred(root: Element) -> list[Element]:
    """What an item says stands elsewhere on the page."""
    wanted = (root.get("itemref") or "").split()[:20]
    tree = root.getroottree()
    found = [tree.xpath("//*[@id=$id]", id=name) for name in wanted]
    return [one[0] for one in found if one]


def _value(element: Element, name: str, dialect: Dialect, depth: int) -> Any:
    if dialect.types(element) and depth < DEEPEST:
        inner = node_of(element, dialect, depth + 1)
        return inner if len(inner) > 1 else {**inner, "text": "\n".join(lines(element))}
    attribute = ATTRIBUTES.get(element.tag)
    told = element.get(attribute) if attribute else None
    if name in ADDRESSES:
        return told or element.get("content") or element.get("data-src") or _inner_address(element)
    if element.tag in {"a", "img", "link", "source"} or not told:
        told = element.get("content") or None
    return told or "\n".join(lines(element))


def _inner_address(element: Element) -> str:
    """Of a picture inside of what is marked as one."""
    return next((one.get("src") or one.get("data-src") or "" for one in element.iter("img")), "")


def lines(element: Element) -> list[str]:
    """The text line by line, a heading marked as such for `lists.sections`."""
    blocks = read_blocks(element)
    return [
        f"{block.text}:" if block.level and len(blocks) > 1 and clean.IS_NAME.fullmatch(block.text) else block.text
        for block in blocks
    ]
