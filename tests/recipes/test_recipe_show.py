"""recipes:recipe.show: one dish for so many people, with what is here of it."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import Household, User
from pantry.models import DateKind
from pantry.queries.day import today_in
from recipes.models import Recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory, RecipeFactory, StockItemFactory

LINES = """200 g spinach
2-3 garlic cloves, crushed
1/2 lemon
75 ml single cream (optional)
salt
For the rice:
300 g basmati rice"""


@pytest.fixture
def curry(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(
        household=household,
        name="Spinach curry",
        lines=LINES,
        steps="Soften the garlic.\n\nFor the rice:\n\nBoil the rice.",
        servings=4,
        prep_minutes=10,
        cook_minutes=15,
        notes="More lemon.",
        source_url="https://www.example.org/curry",
        tags=["quick"],
    )
    return made


def text_of(client: Client, recipe: Recipe, **asked: str) -> str:
    """What people read between the tags, on one line."""
    answer = client.get(f"/h/{recipe.household.code}/recipes/{recipe.pk}/", asked)
    assert answer.status_code == 200
    main = answer.content.decode().split('id="main"')[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_the_dish_is_told_whole(curry: Recipe, alice: User, client_of: ClientOf) -> None:
    text = text_of(client_of(alice), curry)
    for said in (
        "25 min · serves 4",
        "Spinach curry",
        "4 people",
        "200 g spinach",
        "2–3 cloves garlic, crushed",
        "½ lemon",
        "For the rice",
        "1 Soften the garlic.",
        "2 Boil the rice.",
        "More lemon.",
        "example.org",
        "2-3 garlic cloves, crushed taken for: garlic",
    ):
        assert said in text, said


@pytest.mark.parametrize(
    ("servings", "said"),
    [
        ("8", ["8 people", "400 g spinach", "4–6 cloves", "1 lemon", "600 g"]),
        ("2", ["2 people", "100 g spinach", "1–1½ cloves", "¼ lemon"]),
        ("2,5", ["2½ people"]),
        ("0", ["4 people", "200 g spinach"]),
        ("-3", ["4 people"]),
        ("1e9", ["4 people"]),
        ("NaN", ["4 people"]),
        ("x" * 5000, ["4 people"]),
        ("\x00", ["4 people"]),
    ],
)
def test_amounts_for_others(servings: str, said: list[str], curry: Recipe, alice: User, client_of: ClientOf) -> None:
    text = text_of(client_of(alice), curry, servings=servings)
    for words in said:
        assert words in text


def test_a_dish_for_nobody_in_particular_is_made_so_many_times(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    bread = RecipeFactory(household=household, name="Bread", lines="500 g flour", yields="1 loaf")
    client = client_of(alice)
    assert "1 time" in text_of(client, bread)
    assert "1.5 kg flour" in text_of(client, bread, servings="3")
    assert "250 g flour" in text_of(client, bread, servings="0.5")


def test_what_is_here_and_what_is_missing(
    household: Household, curry: Recipe, alice: User, client_of: ClientOf
) -> None:
    tomorrow = today_in(household) + timedelta(days=1)
    StockItemFactory(household=household, name="spinach", amount="0.15", unit="kg", use_by=tomorrow)
    StockItemFactory(household=household, name="garlic", rough="some")
    StockItemFactory(household=household, name="lemon", amount=2, unit="piece")
    text = text_of(client_of(alice), curry)
    assert "spinach 50 g more" in text
    assert "There is some; nobody has measured how much." in text
    assert "lemon here" in text
    assert "basmati rice missing" in text
    assert "Taken to be in every kitchen: salt" in text
    assert "2 missing: more spinach, basmati rice" in text
    assert "It uses up the spinach" in text


def test_what_is_past_its_date_does_not_count(
    household: Household, curry: Recipe, alice: User, client_of: ClientOf
) -> None:
    yesterday = today_in(household) - timedelta(days=1)
    StockItemFactory(household=household, name="spinach", amount=500, use_by=yesterday, date_kind=DateKind.USE_BY)
    text = text_of(client_of(alice), curry)
    assert "spinach missing What is here is past its use-by date." in text


def test_the_table_is_warned_and_guests_learn_nothing_of_it(
    household: Household, curry: Recipe, alice: User, guest: User, client_of: ClientOf
) -> None:
    EaterFactory(household=household, name="Mia", allergens=["milk"])
    EaterFactory(household=household, name="Leo", diets=["vegan"])
    told = text_of(client_of(alice), curry)
    assert "milk: not for Mia" in told
    assert "Leo eats vegan: single cream may not suit" in told
    shown = text_of(client_of(guest), curry)
    assert "Allergens: milk" in shown
    for word in ("Mia", "Leo", "vegan", "suits everybody"):
        assert word not in shown
    assert "/edit/" not in client_of(guest).get(f"/h/{household.code}/recipes/{curry.pk}/").content.decode()


def test_what_nobody_knows_is_said(household: Household, alice: User, client_of: ClientOf) -> None:
    odd = RecipeFactory(household=household, name="Odd", lines="3 frumbles")
    text = text_of(client_of(alice), odd)
    assert "a food that Kitchen does not know" in text
    assert "Of 1 ingredient Kitchen does not know" in text
    assert "suits everybody" not in text


def test_htmx_gets_the_dish_alone(curry: Recipe, alice: User, client_of: ClientOf) -> None:
    path = f"/h/{curry.household.code}/recipes/{curry.pk}/?servings=8"
    html = client_of(alice).get(path, headers={"HX-Request": "true"}).content.decode()
    assert html.lstrip().startswith(f'<article id="recipe_{curry.pk}"')
    assert "400 g" in html
    # It follows what others change, for as many people as are shown.
    assert "live:recipe from:body" in html
    assert f'hx-get="{path}"' in html


def test_units_are_those_of_the_reader(curry: Recipe, alice: User, client_of: ClientOf) -> None:
    with as_owner():
        alice.preferences = {"units": "us"}
        alice.save()
    assert "7.05 oz spinach" in text_of(client_of(alice), curry)


def test_nothing_written_runs(household: Household, alice: User, client_of: ClientOf) -> None:
    evil = "<script>alert(1)</script>"
    recipe = RecipeFactory(
        household=household, name=evil, lines=f"1 {evil}", steps=evil, notes=evil, description=evil, source_name=evil,
        tags=[evil], yields=evil, emoji="<b>",
    )  # fmt: skip
    html = client_of(alice).get(f"/h/{household.code}/recipes/{recipe.pk}/").content.decode()
    assert "<script>alert" not in html


def test_a_link_that_is_none_is_not_one(household: Household, alice: User, client_of: ClientOf) -> None:
    recipe = RecipeFactory(household=household, name="Soup", source_url="javascript:alert(1)")
    assert "javascript:" not in client_of(alice).get(f"/h/{household.code}/recipes/{recipe.pk}/").content.decode()


def test_strangers_and_what_is_deleted(
    household: Household, other_household: Household, curry: Recipe, alice: User, stranger: User, client_of: ClientOf
) -> None:
    theirs = RecipeFactory(household=other_household, name="Theirs")
    gone = RecipeFactory(household=household, name="Gone", deleted_at="2026-01-01T00:00Z")
    client = client_of(alice)
    for recipe in (theirs, gone):
        assert client.get(f"/h/{household.code}/recipes/{recipe.pk}/").status_code == 404
    assert client_of(stranger).get(f"/h/{household.code}/recipes/{curry.pk}/").status_code == 404
