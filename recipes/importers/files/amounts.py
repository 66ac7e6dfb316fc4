"""The lines of ingredients that other programs keep in parts."""

from typing import Any

from recipes.importers import clean


def line_of(amount: Any, unit: Any, name: Any, note: Any = "") -> str:
    """One line of its parts: "2 cups flour, sifted". An amount of nothing is none."""
    told = clean.line(amount)
    told = "" if told in {"0", "0.0", "0.00"} else told.removesuffix(".0")
    line = " ".join(part for part in (told, named(unit), named(name)) if part)
    after = clean.line(note)
    if not line:
        return after
    return f"{line}, {after}" if after and after not in line else line


def named(value: Any) -> str:
    """A name, or the name of an object."""
    return clean.line(value.get("name") if isinstance(value, dict) else value)


def names(value: Any) -> list[str]:
    """Names of a list of texts or objects, or of one text that commas part."""
    if isinstance(value, list):
        return [name for one in value if (name := named(one))]
    return [part.strip() for part in clean.line(value).split(",") if part.strip()]


def dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
