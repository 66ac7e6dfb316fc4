"""Recipes marked up with microdata (itemscope, itemprop), as the same nodes that JSON would have."""

from typing import Any

from recipes.importers import clean
from recipes.importers.draft import Draft
from recipes.importers.pages.blocks import read_blocks
from recipes.importers.pages.document import Document, Element
from recipes.importers.schema.graph import Node, is_a
from recipes.importers.schema.recipe import draft_of

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
DEEPEST = 12


def read_microdata(document: Document) -> list[Draft]:
    found = []
    for element in document.root.iterfind(".//*[@itemtype]"):
        node = {"@type": (element.get("itemtype") or "").split()}
        if is_a(node, "Recipe"):
            found.append(draft_of(node_of(element), document.url))
    return found


def node_of(root: Element, depth: int = 0) -> Node:
    """The item of an element, its properties as lists."""
    node: dict[str, Any] = {"@type": (root.get("itemtype") or "").split()}
    stack = list(reversed(root))
    while stack:
        element = stack.pop()
        names = (element.get("itemprop") or "").split() if isinstance(element.tag, str) else []
        inner = element.get("itemscope") is not None if isinstance(element.tag, str) else False
        for name in names:
            node.setdefault(name, []).append(_value(element, name, depth))
        # What is inside of another item, or of steps written as one text, belongs to that.
        if not inner and not (names and names[0] in {"recipeInstructions", "recipeIngredient", "ingredients"}):
            stack.extend(reversed(element))
    return node


def _value(element: Element, name: str, depth: int) -> Any:
    if element.get("itemscope") is not None and depth < DEEPEST:
        inner = node_of(element, depth + 1)
        return inner if len(inner) > 1 else {**inner, "text": "\n".join(_lines(element))}
    attribute = ATTRIBUTES.get(element.tag)
    told = element.get(attribute) if attribute else None
    if name in ADDRESSES:
        return told or element.get("content") or element.get("data-src") or ""
    if element.tag in {"a", "img", "link", "source"} or not told:
        told = element.get("content") or None
    return told or "\n".join(_lines(element))


def _lines(element: Element) -> list[str]:
    """The text line by line, a heading marked as such for `lists.sections`."""
    blocks = read_blocks(element)
    return [
        f"{block.text}:" if block.level and len(blocks) > 1 and clean.IS_NAME.fullmatch(block.text) else block.text
        for block in blocks
    ]
