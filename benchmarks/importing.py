"""How fast a library comes in: a zip of made-up recipes, read and kept as a worker does it.

`.venv/bin/python -m benchmarks.importing [--recipes 1000] [--pictures 0]` lays out a household in a database that is
thrown away, and prints seconds, recipes a second, SQL statements and memory. Pictures are of twelve megapixels.
"""

import argparse
import io
import json
import os
import resource
import time
import zipfile
from random import Random

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from accounts.models import Household, Role, User
from benchmarks.dishes import Dish, Line, dishes
from kitchen import tenancy
from kitchen.ids import new_id
from recipes.import_run import run_import
from recipes.models import ImportBatch, ImportWay
from recipes.services.import_batch import Brought, begin_import
from tests.database import as_owner
from tests.factories import HouseholdFactory, MembershipFactory, UserFactory
from tests.prepared import prepared


def library(count: int, pictures: int) -> bytes:
    """A zip of recipes as JSON-LD, each a file, some with a picture beside it."""
    chance, photo = Random(1), _photo() if pictures else b""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, dish in enumerate(dishes(count, chance)):
            told = recipe(dish, number)
            if number < pictures:
                archive.writestr(f"{number}/full.jpg", photo)
                told["image"] = "full.jpg"
            archive.writestr(f"{number}/recipe.json", json.dumps(told))
    return packed.getvalue()


def recipe(dish: Dish, number: int) -> dict[str, object]:
    return {
        "@type": "Recipe",
        "name": f"{dish.name} {number}",
        "recipeYield": "4",
        "prepTime": "PT15M",
        "recipeIngredient": [words_of(line) for line in dish.lines],
        "recipeInstructions": dish.steps,
        "keywords": ", ".join(dish.tags),
    }


def words_of(line: Line) -> str:
    amount = "" if line.amount is None else f"{line.amount:g} "
    return f"{amount}{line.unit} {line.name}".strip()


def _photo() -> bytes:
    written = io.BytesIO()
    Image.effect_noise((4000, 3000), 60).convert("RGB").save(written, "JPEG", quality=80)
    return written.getvalue()


def settled() -> tuple[Household, User]:
    with as_owner():
        household, owner = HouseholdFactory(), UserFactory()
        MembershipFactory(household=household, user=owner, role=Role.OWNER)
    return household, owner


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipes", type=int, default=1000)
    parser.add_argument("--pictures", type=int, default=0)
    given = parser.parse_args()
    with prepared():
        call_command("migrate", verbosity=0)
    household, owner = settled()
    data = library(given.recipes, given.pictures)
    with tenancy.scope(household=household.pk, person=owner.pk):
        brought = [Brought("library.zip", [data])]
        batch, _new = begin_import(household, brought, by=owner, way=ImportWay.UPLOADS, operation=new_id())
    start, processor = time.perf_counter(), time.process_time()
    with CaptureQueriesContext(connection) as queries:
        run_import(household.pk, batch.pk)
    seconds, worked = time.perf_counter() - start, time.process_time() - processor
    with as_owner():
        batch = ImportBatch.objects.get(pk=batch.pk)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{batch.imported} recipes ({batch.failed} failed) in {seconds:.1f} s, {worked:.1f} s of the processor")
    print(f"{batch.imported / seconds:.0f} a second, {len(queries)} statements, {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
