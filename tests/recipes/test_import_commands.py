"""`manage.py import_recipes --household` and `reparse_recipes`: what an operator brings in, and has read again."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.errors import DomainError
from recipes import reparse
from recipes.content import RecipeContent, content_of
from recipes.importers import Draft
from recipes.models import ImportBatch, Recipe, RecipeVersion
from recipes.services.recipe import change_recipe
from tests.database import as_owner
from tests.recipes.importing import dish, page_of

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def run(name: str, *arguments: str) -> tuple[str, str]:
    out, error = StringIO(), StringIO()
    call_command(name, *arguments, stdout=out, stderr=error)
    return out.getvalue(), error.getvalue()


def test_the_terminal_brings_a_folder_in_once(household: Household, alice: User, tmp_path: Path) -> None:
    (tmp_path / "dal.html").write_text(page_of(dish()))
    (tmp_path / "broken.json").write_text("{")
    folder = str(tmp_path)
    for extra in ([], ["--dry-run", "--household", household.code]):
        assert "Dal" in run("import_recipes", folder, *extra)[0]
    with as_owner():
        assert not ImportBatch.objects.exists()
    named = ["--household", str(household.pk), "--base-url", "https://example.org/dal", "--json"]
    out, told = run("import_recipes", folder, *named)
    assert [json.loads(line).get("error") for line in out.splitlines()] == ["The file is broken.", None]
    assert "1 came in, 0 were here already, 1 failed." in told
    assert "1 were here already" in run("import_recipes", folder, *named)[1]
    with as_owner():
        assert Recipe.objects.get().source_url == "https://example.org/dal"
    with pytest.raises(DomainError, match="There is no household"):
        run("import_recipes", folder, "--household", "nowhere")


def test_a_better_reader_reads_again_what_nobody_has_changed(
    household: Household, alice: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "all.json").write_text(json.dumps([dish("One"), dish("Two"), dish("Three")]))
    run("import_recipes", str(tmp_path), "--household", household.code)
    with tenancy.scope(household=household.pk, person=alice.pk):
        two = Recipe.objects.get(name="Two")
        change_recipe(two, RecipeContent("Ours", content_of(two).ingredients), by=alice)
    read = reparse.iter_recipes

    def better(*args: Any, **kwargs: Any) -> Any:
        for found in read(*args, **kwargs):
            if isinstance(found, Draft) and found.title != "Three":
                found.description = "Read with more care."
            yield found

    monkeypatch.setattr(reparse, "iter_recipes", better)
    assert "1 would change, 1 say the same, 1 are left" in run("reparse_recipes", "--dry-run")[0]
    assert "1 changed, 1 say the same, 1 are left" in run("reparse_recipes", "--household", household.code)[0]
    assert "0 changed, 2 say the same" in run("reparse_recipes")[0]
    with as_owner():
        told = dict(Recipe.objects.values_list("name", "description"))
        assert told == {"One": "Read with more care.", "Ours": "", "Three": ""}
        assert RecipeVersion.objects.get(recipe__name="One", number=2).why == "reread"
