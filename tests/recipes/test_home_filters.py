"""recipes:home: filters in the address, what they leave, and the links that change them."""

import re
from html import unescape

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from accounts.models import Household, User
from kitchen import tenancy
from recipes.forms.wanted import query_of, wanted_from
from recipes.models import Recipe, RecipeFavourite, RecipeReview
from recipes.services.renewal import renew_recipes
from tests.conftest import ClientOf
from tests.factories import RecipeFactory, StockItemFactory


def page(client: Client, household: Household, query: str = "", **headers: str) -> str:
    answer = client.get(f"/h/{household.code}/recipes/?{query}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def names(html: str) -> list[str]:
    return re.findall(r'<strong class="title">(.*?)</strong>', html)


LINK = re.compile(r'<a [^>]*?href="([^"]*)"[^>]*>(?:<svg.*?</svg>)?(.*?)</a>', re.DOTALL)
LABEL = re.compile(r"<span>(.*?)</span>")


def links(html: str) -> dict[str, str]:
    """Chips and filters by what they say, with their addresses."""
    found = [(href, LABEL.search(inside)) for href, inside in LINK.findall(html)]
    return {unescape(label[1]): unescape(href) for href, label in found if label}


@pytest.fixture
def box(household: Household, alice: User) -> dict[str, Recipe]:
    rows: dict[str, dict[str, object]] = {
        "Chicken curry": {"lines": "1 chicken breast\n1 onion\n100 g rice", "tags": ["quick"], "cuisine": "Indian"},
        "Nut cake": {"lines": "200 g walnuts\n100 g sugar", "category": "Cake", "difficulty": 2},
        "Onion soup": {"lines": "6 onions\n50 g butter", "cuisine": "French", "category": "Soup", "cook_minutes": 70},
        "Rice salad": {"lines": "200 g rice\n1 onion", "tags": ["quick", "cold"], "cook_minutes": 20},
    }
    found: dict[str, Recipe] = {
        name: RecipeFactory(household=household, name=name, **row) for name, row in rows.items()
    }
    with tenancy.scope(household=household.pk, person=alice.pk):
        here = {"household": household, "person": alice}
        RecipeReview.objects.create(**here, recipe=found["Nut cake"], stars=5)
        RecipeFavourite.objects.create(**here, recipe=found["Onion soup"])
        renew_recipes(household, [recipe.pk for recipe in found.values()])
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ingredient=rice&sort_by=name", ["Chicken curry", "Rice salad"]),
        ("ingredient=rice&ingredient=chicken", ["Chicken curry"]),
        ("without=nuts&without=chicken&sort_by=name", ["Onion soup", "Rice salad"]),
        ("tag=quick&tag=cold", ["Rice salad"]),
        ("cuisine=French", ["Onion soup"]),
        ("category=Cake", ["Nut cake"]),
        ("max_minutes=30", ["Rice salad"]),
        ("difficulty=2", ["Nut cake"]),
        ("diet=vegan&category=Soup", []),
        ("min_rating=4", ["Nut cake"]),
        ("favourites=1", ["Onion soup"]),
        ("not_cooked_for=30&tag=cold", ["Rice salad"]),
        ("q=onion&cuisine=French", ["Onion soup"]),
        ("sort_by=name&order=desc&tag=quick", ["Rice salad", "Chicken curry"]),
        ("sort_by=rating", ["Nut cake"]),
    ],
)
def test_filters_leave(
    query: str, expected: list[str], household: Household, alice: User, client_of: ClientOf, box: object
) -> None:
    found = names(page(client_of(alice), household, query))
    assert found[: len(expected)] == expected
    assert query == "sort_by=rating" or len(found) == len(expected)


def test_links_add_and_take_off(household: Household, alice: User, client_of: ClientOf, box: object) -> None:
    client = client_of(alice)
    here = f"/h/{household.code}/recipes/"
    first = links(page(client, household))
    assert first["quick"] == f"{here}?tag=quick"
    assert first["French"] == f"{here}?cuisine=French"
    assert first["Everything here"] == f"{here}?cookable=1"
    second = links(page(client, household, "tag=quick&without=nuts&q=rice&page=3"))
    assert second["cold"] == f"{here}?q=rice&without=nuts&tag=quick&tag=cold"
    assert second["quick"] == f"{here}?q=rice&without=nuts"
    assert second["without nuts"] == f"{here}?q=rice&tag=quick"
    assert names(page(client, household, second["cold"].partition("?")[2])) == ["Rice salad"]


def test_what_is_asked_for_goes_along_with_what_is_typed(
    household: Household, alice: User, client_of: ClientOf, box: object
) -> None:
    html = page(client_of(alice), household, "tag=quick&max_minutes=30&sort_by=name")
    for name, value in (("tag", "quick"), ("max_minutes", "30"), ("sort_by", "name")):
        assert f'<input type="hidden" name="{name}" value="{value}" form="dish-search">' in html


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("page=2&max_minutes=30&q=%20soup%20", "q=soup&max_minutes=30"),
        ("order=asc&sort_by=name", "sort_by=name"),
        ("order=asc&sort_by=newest", "sort_by=newest&order=asc"),
        ("order=desc&sort_by=rating", "sort_by=rating"),
        ("tag=b&tag=a&tag=b&tag=", "tag=b&tag=a"),
        ("diet=meat&difficulty=9&min_rating=7&collection=x&max_minutes=0&not_cooked_for=-3&favourites=yes", ""),
        ("max_minutes=%C2%B2&page=" + "9" * 40 + "&sort_by=password&order=sideways&q=%00", ""),
        ("for_everybody=1", "for_everybody=1"),
        ("collection=01890000-0000-7000-8000-000000000000", "collection=01890000-0000-7000-8000-000000000000"),
    ],
)
def test_addresses_are_stable(given: str, expected: str) -> None:
    wanted = wanted_from(QueryDict(given), at_table=True)
    assert query_of(wanted) == expected
    assert query_of(wanted_from(QueryDict(expected), at_table=True)) == expected


def test_guests_ask_for_nobodys_health(household: Household, guest: User, client_of: ClientOf, box: object) -> None:
    assert wanted_from(QueryDict("for_everybody=1"), at_table=False).for_everybody is False
    assert "Suits all of us" not in page(client_of(guest), household)


def test_slips_of_the_pen_are_said(household: Household, alice: User, client_of: ClientOf, box: object) -> None:
    html = page(client_of(alice), household, "q=chiken+cury")
    assert names(html) == ["Chicken curry"]
    assert "<strong>chicken curry</strong>" in html
    assert "“chiken cury”" in html
    assert "These are for" not in page(client_of(alice), household, "q=chicken")


def test_typing_changes_the_address(household: Household, alice: User, client_of: ClientOf, box: object) -> None:
    client, here = client_of(alice), f"/h/{household.code}/recipes/"
    typed = {"HX-Request": "true", "HX-Trigger": "dish-search"}
    begun = client.get(f"{here}?q=cur&tag=quick", headers={**typed, "HX-Current-URL": f"http://testserver{here}"})
    assert begun["HX-Push-Url"] == f"{here}?q=cur&tag=quick"
    assert 'id="filters" hx-swap-oob="true"' in begun.content.decode()
    more = client.get(f"{here}?q=curry", headers={**typed, "HX-Current-URL": f"http://testserver{here}?q=cur"})
    assert more["HX-Replace-Url"] == f"{here}?q=curry"
    cleared = client.get(f"{here}?q=", headers={**typed, "HX-Current-URL": f"http://testserver{here}?q=c"})
    assert cleared["HX-Replace-Url"] == here
    assert "HX-Request" in cleared["Vary"]
    again = client.get(f"{here}?q=curry", headers={"HX-Request": "true"})
    assert not {"HX-Push-Url", "HX-Replace-Url"} & set(again.headers)


def test_the_first_dish_stands_in_front_where_there_is_a_reason(
    household: Household, alice: User, client_of: ClientOf, box: object
) -> None:
    client = client_of(alice)
    assert "data-lead" not in page(client, household)
    StockItemFactory(household=household, name="onion", amount=9, unit="piece", use_by=timezone.localdate())
    html = page(client, household)
    assert html.count("data-lead") == 1
    assert "uses up the onion" in html
    assert "data-lead" not in page(client, household, "sort_by=name")


def test_nothing_found_says_what_to_do(household: Household, alice: User, client_of: ClientOf, box: object) -> None:
    client = client_of(alice)
    assert "No dish says “xyzzy”" in page(client, household, "q=xyzzy")
    assert "For no dish everything is here" in page(client, household, "cookable=1")
    assert "No dish has all of this" in page(client, household, "q=curry&tag=cold")
