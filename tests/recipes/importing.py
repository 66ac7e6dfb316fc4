"""Helps the tests of imports: dishes as other programs and pages write them, and the work that a worker would do."""

import io
import json
import zipfile
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import Household
from kitchen.ids import new_id
from recipes.import_run import run_import
from recipes.models import ImportBatch, Recipe
from tests.database import as_owner

TEXT = """Tomato soup

Serves 4

Ingredients:
500 g tomatoes
1 onion

Method:
Chop everything.
Boil for twenty minutes.
"""


def dish(name: str = "Dal", **others: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "Recipe",
        "name": name,
        "recipeYield": "4",
        "recipeIngredient": ["200 g red lentils", "1 onion"],
        "recipeInstructions": ["Boil.", "Stir."],
        **others,
    }


def page_of(*dishes: dict[str, Any]) -> str:
    told = json.dumps(dishes[0] if len(dishes) == 1 else list(dishes))
    return f'<html><head><script type="application/ld+json">{told}</script></head><body>Story</body></html>'


def packed(members: dict[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def photo(width: int = 640, height: int = 480) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (width, height), "tomato").save(written, "JPEG")
    return written.getvalue()


def file(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def begin(client: Client, household: Household, **sent: Any) -> Any:
    """What the import page answers."""
    return client.post(f"/h/{household.code}/recipes/import/", {"operation": str(new_id()), **sent})


def read_waiting() -> None:
    """What a worker does with the imports that wait for it."""
    with as_owner():
        waiting = list(ImportBatch.objects.filter(state="waiting").values_list("household", "pk"))
    for household, batch in waiting:
        run_import(household, batch)


def bring(client: Client, household: Household, **sent: Any) -> Any:
    """The page of an import that has been read."""
    begun = begin(client, household, **sent)
    assert begun.status_code == 302, begun.content.decode()[:2000]
    read_waiting()
    return client.get(begun["Location"])


def fates() -> dict[str, str]:
    """What became of everything that was brought: an outcome, or why it failed."""
    with as_owner():
        lines = ImportBatch.objects.order_by("created_at").values_list("lines__name", "lines__outcome", "lines__why")
        return {name: why or outcome for name, outcome, why in lines if name}


def count() -> int:
    with as_owner():
        return Recipe.objects.filter(deleted_at=None).count()
