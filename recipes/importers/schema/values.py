"""Single values of schema.org in the many shapes in which sites write them."""

from decimal import Decimal
from typing import Any

from recipes.importers import clean, figures
from recipes.importers.schema.graph import Node, nodes

NUTRIENTS = {
    "calories", "carbohydrateContent", "cholesterolContent", "fatContent", "fiberContent", "proteinContent",
    "saturatedFatContent", "servingSize", "sodiumContent", "sugarContent", "transFatContent",
    "unsaturatedFatContent",
}  # fmt: skip

DEEPEST = 12


def each(value: Any) -> list[Any]:
    """A value that may be one or many, as many."""
    if isinstance(value, dict) and isinstance(value.get("itemListElement"), list):
        return list(value["itemListElement"])
    return value if isinstance(value, list) else [] if value is None else [value]


def first(node: Node, *names: str) -> Any:
    """The first of several properties that holds any text at all."""
    return next((node[name] for name in names if _says_something(node.get(name))), None)


def _says_something(value: Any, depth: int = 0) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    if inner is None:
        return bool(clean.text(value))
    return depth < DEEPEST and any(_says_something(one, depth + 1) for one in inner)


def words(value: Any) -> str:
    """The text of a value: itself, its name, its text, its first."""
    for one in each(value):
        told = (
            next((one[key] for key in ("name", "text", "@value", "value") if one.get(key)), "")
            if isinstance(one, dict)
            else one
        )
        found = clean.line(words(told) if isinstance(told, list) else told)
        if found:
            return found
    return ""


def prose(value: Any) -> str:
    """The first text of a value, its lines kept apart."""
    return next((found for one in each(value) if (found := clean.text(one) or words(one))), "")


def all_words(value: Any) -> list[str]:
    """Texts of a list, or of one text that commas part."""
    found = [words(one) for one in each(value)]
    return [part for text in found for part in text.split(",") if part.strip()]


def address(value: Any) -> str:
    """The first address of a picture or page: a text, a list, an ImageObject, a list of them."""
    for one in each(value):
        if isinstance(one, str) and one.strip():
            return one.strip()
        if isinstance(one, dict):
            found = next((address(one[key]) for key in ("url", "contentUrl", "@id") if one.get(key)), "")
            if found:
                return found
    return ""


def yields(value: Any) -> tuple[Decimal | None, str]:
    """How many servings, and the words: of ["4", "4 servings"] those that say what is counted."""
    told = [_counted(one) for one in each(value)]
    spoken = [one for one in told if one]
    if not spoken:
        return None, ""
    best = next((one for one in spoken if not one.isdecimal()), spoken[0])
    return next((found for one in [best, *spoken] if (found := figures.servings(one)) is not None), None), best


def _counted(one: Any) -> str:
    if not isinstance(one, dict):
        return clean.line(one, 200)
    count = clean.line(one.get("value") or one.get("minValue"), 50)
    return f"{count} {clean.line(one.get('unitText') or one.get('name'), 100)}".strip()


def nutrients(value: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in nodes(value):
        for name in NUTRIENTS:
            said = words(node.get(name))
            if said and name not in found:
                found[name] = said
    return found
