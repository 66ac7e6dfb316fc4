"""docs/domain.md explains every word that the code uses for a thing of the household's world."""

import re
from pathlib import Path

from django.apps import apps

from tests.conventions.project import APPS, ROOT, app_modules, obey, text_of

PAPER = ROOT / "docs/domain.md"


def terms() -> set[str]:
    """Headings and the bold beginnings of entries, as code would write them."""
    found = re.findall(r"^(?:#+ |- \*\*)([^*\n]+?)(?:\*\*.*)?$", text_of(PAPER), re.MULTILINE)
    return {plain(term) for entry in found for term in entry.split(",")}


def plain(words: str) -> str:
    return re.sub(r"[^a-z]", "", words.lower())


def test_every_model_is_explained() -> None:
    known = terms()
    obey(
        f"docs/domain.md: the model {model._meta.label} is not explained. Write an entry that begins with its name."
        for model in apps.get_models()
        if model._meta.app_label in APPS and not hasattr(model, "pgh_tracked_model")
        if plain(model.__name__) not in known
    )


def nouns() -> list[Path]:
    """The services of our apps, a module per noun."""
    return [path for path in app_modules() if path.parent.name == "services" and path.stem != "__init__"]


def test_every_noun_of_a_service_is_explained() -> None:
    known = terms()
    obey(
        f"docs/domain.md: {path.stem!r} has services in {path.relative_to(ROOT)}, but no entry."
        for path in nouns()
        if plain(path.stem) not in known
    )
