"""The database of the first release, full of a household's life: it comes up with this code, and goes back again."""

import json
import lzma
import zipfile
from pathlib import Path

import psycopg
import pytest

from kitchen.backup.manifest import NAME
from kitchen.postgres import counting
from tests.operations.elsewhere import manage_at, python_at
from tests.operations.test_migrations import OURS

pytestmark = [pytest.mark.migrations, pytest.mark.backup]
FIRST = Path(__file__).parent / "releases" / "first.zip.xz"
# Django's own lists of what there is, and the rows that come with the code: renewed after every migration.
RENEWED = (
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "pantry_category",
    "pantry_food",
    "pantry_shelflife",
)
RENEWED += ("pantry_foodalias",)
BACK = """
import django; django.setup()
from django.core.management import call_command
for label, name in %r: call_command("migrate", label, name, verbosity=0)
"""

Told = dict[str, counting.Told]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("first") / "first.zip"
    file.write_bytes(lzma.decompress(FIRST.read_bytes()))
    return file


def manifest_of(file: Path) -> dict[str, object]:
    with zipfile.ZipFile(file) as archive:
        found: dict[str, object] = json.loads(archive.read(NAME))
    return found


def told_by(conninfo: str) -> Told:
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute(counting.SETTINGS)
        return {name: counting.tell(connection, name) for name in counting.tables(connection) if name not in RENEWED}


def targets(migrations: list[str]) -> list[tuple[str, str]]:
    """App and last migration of the release; nothing for an app that came later."""
    names = [tuple(one.split(".")) for one in migrations]
    last = {app: max(name for one, name in names if one == app) for app, _name in names}
    return [(app, last.get(app, "zero")) for app in OURS]


def test_the_first_release_comes_up_and_goes_back(first: Path, empty_database: str, tmp_path: Path) -> None:
    manifest = manifest_of(first)
    tables: dict[str, dict[str, object]] = manifest["tables"]  # type: ignore[assignment]
    was = {name: counting.Told(**told) for name, told in tables.items() if name not in RENEWED}  # type: ignore[arg-type]
    assert was["accounts_household"].rows == 2
    said = manage_at(empty_database, "restore", str(first), "--yes", MEDIA_ROOT=str(tmp_path / "media"))
    assert "The database is of this code's version." in said
    forward = told_by(empty_database)
    for table in (
        "accounts_user",
        "recipes_recipe",
        "pantry_stockmovement",
        "shopping_shoppinglistitem",
        "chat_message",
    ):
        assert forward[table].rows == was[table].rows > 0
    python_at(empty_database, BACK % targets(manifest["migrations"]))  # type: ignore[arg-type]
    assert told_by(empty_database) == was
    manage_at(empty_database, "migrate", "--verbosity", "0")
    assert told_by(empty_database) == forward
