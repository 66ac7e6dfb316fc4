"""The page of an import, its undo, going on after a crash, and the table that asks: recipes:recipe_import.show,
recipes:recipe_import.index, recipes:recipe_import.undo, recipes:recipe_import.resume.
"""

import json
from dataclasses import replace
from typing import Any

import pytest

from accounts.models import Activity, Household, User
from kitchen import tenancy
from recipes import import_run
from recipes.content import content_of
from recipes.models import ImportBatch, ImportLine, Recipe
from recipes.services.recipe import change_recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.recipes.importing import TEXT, begin, bring, count, dish, fates, file, read_waiting


def many(number: int) -> Any:
    return file("many.json", json.dumps([dish(f"Dish {at}") for at in range(number)]))


def the_batch() -> ImportBatch:
    with as_owner():
        return ImportBatch.objects.get()


def url_of(household: Household, *parts: str) -> str:
    return f"/h/{household.code}/recipes/import/{the_batch().pk}/{''.join(f'{part}/' for part in parts)}"


def test_it_says_that_it_is_read_and_asks_again_when_something_came(
    household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    waiting = client.get(begin(client, household, what=TEXT)["Location"]).content.decode()
    assert "It is about to be read" in waiting
    assert "live:import from:body" in waiting
    read_waiting()
    part = client.get(url_of(household), headers={"HX-Request": "true"}).content.decode()
    assert "Open the recipe" in part
    assert "<html" not in part
    assert "Tomato soup" in client.get(f"/h/{household.code}/recipes/import/all/").content.decode()


def test_lines_of_one_outcome_alone_and_page_by_page(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    bring(client, household, uploads=[many(45), file("nothing.json", '{"a": 1}')])
    failed = client.get(url_of(household) + "?only=failed").content.decode()
    assert "nothing.json" in failed
    assert "Dish 1<" not in failed
    assert "Dish 44" in client.get(url_of(household) + "?page=2").content.decode()
    assert client.get(url_of(household) + "?only=x&page=no").status_code == 200


def test_it_is_taken_out_whole_except_what_somebody_has_worked_on(
    household: Household, bob: User, client_of: ClientOf
) -> None:
    client = client_of(bob)
    bring(client, household, uploads=[many(3)])
    with as_owner():
        worked_on, rated = Recipe.objects.get(name="Dish 1"), Recipe.objects.get(name="Dish 2")
    client.post(f"/h/{household.code}/recipes/{rated.pk}/stars/", {"stars": "5", "text": "Again."})
    with tenancy.scope(household=household.pk, person=bob.pk):
        change_recipe(worked_on, replace(content_of(worked_on), name="Our dish"), by=bob)
    assert client.post(url_of(household, "undo")).status_code == 302
    with as_owner():
        assert set(Recipe.objects.filter(deleted_at=None)) == {worked_on, rated}
        assert Activity.objects.get(verb="recipe.collected").undone_at is not None
    assert client.post(url_of(household, "undo")).status_code == 422
    assert "taken out again" in client.get(url_of(household)).content.decode()
    bring(client, household, uploads=[many(3)])
    assert count() == 3


def test_the_feed_takes_it_out_as_well(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    bring(client, household, what=TEXT)
    with as_owner():
        told = Activity.objects.get()
    client.post(f"/h/{household.code}/feed/{told.pk}/undo/")
    assert count() == 0
    assert the_batch().state == "undone"


def test_a_crash_in_the_middle_brings_no_double(
    household: Household, bob: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    take = import_run.take_piece

    def breaks(*args: Any, **kwargs: Any) -> Any:
        taken.append(1)
        if len(taken) == 2:
            raise MemoryError
        return take(*args, **kwargs)

    client = client_of(bob)
    with monkeypatch.context() as patch:
        patch.setattr(import_run, "take_piece", breaks)
        html = bring(client, household, uploads=[many(120)]).content.decode()
    assert count() == 50
    assert "The reading stopped halfway." in html
    assert client.post(url_of(household, "resume")).status_code == 302
    read_waiting()
    assert count() == 120
    with as_owner():
        assert list(ImportLine.objects.order_by("number").values_list("number", flat=True)) == list(range(1, 121))
        assert Activity.objects.get().facts["count"] == 120
        assert ImportBatch.objects.get().imported == 120


def test_what_is_undone_while_it_is_read_stops(household: Household, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    begin(client, household, uploads=[many(10)])
    assert client.post(url_of(household, "undo")).status_code == 302
    read_waiting()
    batch = the_batch()
    import_run.run_import(household.pk, batch.pk)
    assert (count(), the_batch().state) == (0, "undone")
    assert client.post(url_of(household, "resume")).status_code == 302
    assert the_batch().state == "undone"


def test_imports_of_others_are_not_there(
    household: Household,
    bob: User,
    guest: User,
    stranger: User,
    other_household: Household,
    client_of: ClientOf,
) -> None:
    bring(client_of(bob), household, what=TEXT)
    batch = the_batch().pk
    for path in ("", "undo/"):
        for home in (household, other_household):
            assert client_of(stranger).get(f"/h/{home.code}/recipes/import/{batch}/{path}").status_code == 404
        assert client_of(guest).get(f"/h/{household.code}/recipes/import/{batch}/{path}").status_code == 403
    assert client_of(stranger).post(f"/h/{other_household.code}/recipes/import/{batch}/resume/").status_code == 404
    assert client_of(guest).get(f"/h/{household.code}/recipes/import/all/").status_code == 403
    assert fates() == {"Tomato soup": "imported"}
