"""Finds the recipes in the JSON of schema.org, wherever they hide: lists, @graph, mainEntity, references."""

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]
# JSON that nests deeper, or has more parts, is no recipe.
DEEPEST, MOST = 40, 50_000


def nodes(data: object) -> Iterator[Node]:
    """Every object in the data, in the order of the text."""
    stack: list[tuple[object, int]] = [(data, 0)]
    seen = 0
    while stack and seen < MOST:
        item, depth = stack.pop()
        seen += 1
        if isinstance(item, dict):
            yield item
        inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        if depth < DEEPEST:
            stack.extend((part, depth + 1) for part in reversed(list(inner)) if isinstance(part, dict | list))


def is_a(node: object, name: str) -> bool:
    """Whether a node has a type, written in whatever way: "Recipe", ["Recipe", …], "http://schema.org/Recipe"."""
    told = node.get("@type", "") if isinstance(node, dict) else ""
    every = told if isinstance(told, list) else [told]
    return any(
        isinstance(one, str) and one.replace(":", "/").rpartition("/")[2].lower() == name.lower() for one in every
    )


def recipes_in(data: object) -> list[Node]:
    """The recipes, with references to other nodes of the same data filled in."""
    every = list(nodes(data))
    known = {node["@id"]: node for node in every if isinstance(node.get("@id"), str) and len(node) > 1}
    found = [node for node in every if is_a(node, "Recipe") or _looks_like_one(node)]
    return [_filled(node, known) for node in found]


def _looks_like_one(node: Node) -> bool:
    return "@type" not in node and "name" in node and "recipeIngredient" in node and "recipeInstructions" in node


def _filled(node: Node, known: dict[str, Node]) -> Node:
    return {key: _resolved(value, known) for key, value in node.items()}


def _resolved(value: Any, known: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_resolved(part, known) if isinstance(part, dict) else part for part in value]
    if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value
