"""The rows of the catalogue follow its file."""

import io

import pytest
from django.core.management import call_command
from django.db import connection

from pantry.catalogue import CATEGORIES, food, foods, name_key
from pantry.catalogue.load import load_catalogue
from pantry.models import Category, Food, FoodAlias, ShelfLife
from tests.database import as_owner

pytestmark = pytest.mark.django_db


def load() -> int:
    with as_owner():
        return load_catalogue(using="default")


def test_every_food_is_a_row() -> None:
    load()
    assert Category.objects.count() == len(CATEGORIES)
    assert set(Food.objects.values_list("id", flat=True)) >= {one.id for one in foods()}
    first = foods()[0]
    row = Food.objects.get(pk=first.number)
    assert (row.name, row.density, row.category.slug) == (first.name, first.density, first.category)
    assert {((life.storage, life.state), life.days) for life in row.shelf_lives.all()} == set(first.shelf_life.items())


def test_a_row_tells_all_that_the_file_tells() -> None:
    load()
    known = next(one for one in foods() if one.name == "red onion")
    row = Food.objects.get(pk=known.number)
    assert row.group is not None
    assert row.parent is not None
    assert (row.category.slug, row.group.slug, row.parent.name) == ("vegetables", "onions", "onion")
    assert (row.piece_small, row.piece_weight, row.piece_large) == (
        known.piece_small,
        known.piece_weight,
        known.piece_large,
    )
    assert (row.package_weight, row.sources) == (known.package_weight, known.sources)
    assert (row.nutrition["energy"], row.nutrition_source) == ("40", "sr28:11282")
    assert Category.objects.get(slug="onions").parent == Category.objects.get(slug="vegetables")
    assert Category.objects.filter(parent=None).count() == 10


def test_a_word_leads_to_its_food() -> None:
    load()
    row = FoodAlias.objects.get(name_key=name_key("Eggplants"))
    assert row.food.name == "aubergine"


def test_loading_again_writes_nothing() -> None:
    load()
    assert load() == 0


def test_what_differs_is_put_right_and_nothing_else() -> None:
    load()
    with as_owner():
        Food.objects.filter(pk=foods()[0].number).update(emoji="?", density=None)
        FoodAlias.objects.filter(food=foods()[0].number).first().delete()  # type: ignore[union-attr]
        ShelfLife.objects.filter(food=foods()[1].number).update(days=1)
        FoodAlias.objects.create(food_id=foods()[0].number, name="nonsense", name_key="nonsense")
    lives = len(foods()[1].shelf_life)
    assert load() == 1 + 1 + 1 + 2 * lives
    assert Food.objects.get(pk=foods()[0].number).emoji == foods()[0].emoji
    assert not FoodAlias.objects.filter(name="nonsense").exists()


def test_a_food_that_left_the_file_keeps_its_row() -> None:
    load()
    with as_owner():
        Food.objects.create(id=999_999, name="dodo", name_key="dodo", category_id=CATEGORIES["meat"].id)
    load()
    assert food(999_999) is None
    assert Food.objects.filter(pk=999_999).exists()


def test_few_questions(django_assert_max_num_queries: object) -> None:
    load()
    with as_owner(), django_assert_max_num_queries(8):  # type: ignore[operator]
        load_catalogue(using="default")


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_the_command_says_what_it_did() -> None:
    said = io.StringIO()
    call_command("load_catalogue", stdout=said)
    call_command("load_catalogue", stdout=said)
    assert said.getvalue().splitlines()[-1] == "The catalogue is up to date: 0 rows changed."
    assert connection.alias == "default"
