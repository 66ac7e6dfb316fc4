"""Ingredients and steps of schema.org: texts, lists, HowToStep, HowToSection and all of them mixed."""

import re
from typing import Any

from recipes.importers import clean, lists
from recipes.importers.draft import Section
from recipes.importers.schema.graph import is_a
from recipes.importers.schema.values import each, words

DEEPEST = 6
MEANINGLESS = re.compile(
    r"^(?:step|schritt|étape|etape|paso|passo|stap|krok|trin|steg)?\s*\d*\s*[.:)]?$", re.IGNORECASE
)


def ingredients(value: Any) -> list[Section]:
    return lists.sections(line for one in each(value) for line in _ingredient(one))


def _ingredient(one: Any) -> list[str]:
    if isinstance(one, list):
        return [line for part in one for line in _ingredient(part) if not isinstance(part, list)]
    if not isinstance(one, dict):
        return clean.lines(one)
    if isinstance(one.get("item"), dict):
        return _ingredient(one["item"])
    amount = one.get("value") or one.get("amount") or one.get("requiredQuantity")
    if isinstance(amount, dict):
        amount = f"{clean.line(amount.get('value'))} {clean.line(amount.get('unitText'))}"
    unit = one.get("unitText") or one.get("unitCode") if amount else ""
    return clean.lines(" ".join(part for part in (clean.line(amount), clean.line(unit), words(one)) if part))


def instructions(value: Any) -> list[Section]:
    """Steps below their sections; the name of a section is no step."""
    found = [Section()]
    _collect(value, found, 0)
    return lists.merged([part for section in found for part in _parted(section)])


def _parted(section: Section) -> list[Section]:
    parts = lists.sections(section.lines)
    if section.name and parts and not parts[0].name:
        parts[0].name = section.name
    return parts or ([section] if section.name else [])


def _collect(value: Any, found: list[Section], depth: int) -> None:
    for one in each(value) if depth < DEEPEST else []:
        if isinstance(one, dict):
            _collect_node(one, found, depth)
        elif isinstance(one, list):
            _collect(one, found, depth + 1)
        else:
            found[-1].lines.extend(clean.lines(one))


def _collect_node(node: dict[str, Any], found: list[Section], depth: int) -> None:
    inner = node.get("itemListElement") or node.get("steps") or node.get("step")
    if isinstance(node.get("item"), dict):
        _collect_node(node["item"], found, depth + 1) if depth < DEEPEST else None
    elif is_a(node, "HowToSection") or (inner and node.get("name") and not is_a(node, "HowToStep")):
        name = clean.line(node.get("name"))
        found.append(Section("" if MEANINGLESS.match(name) else name))
        _collect(inner or node.get("text"), found, depth + 1)
        found.append(Section())
    elif is_a(node, "HowToStep") and isinstance(inner, list) and inner:
        found[-1].lines.append(" ".join(filter(None, (words(part) for part in inner))))
    elif inner:
        _collect(inner, found, depth + 1)
    else:
        found[-1].lines.extend(_step(node))


def _step(node: dict[str, Any]) -> list[str]:
    """The text of a step; its name comes before it where it says something that the text does not."""
    name = clean.line(node.get("name"))
    said = clean.lines(node.get("text") or node.get("description"))
    if not said:
        return [name] if name else []
    bare = name.rstrip(".…: ").casefold()
    if not name or MEANINGLESS.match(name) or bare in " ".join(said).casefold() or len(name) > lists.LONGEST_NAME:
        return said
    return [f"{name.rstrip('.: ')}: {said[0]}", *said[1:]]
