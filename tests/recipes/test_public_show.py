"""recipes:public.show and recipes:public.picture: what everybody reads who has the link, and nothing else."""

import json
import re

import pytest
from django.test import Client

from accounts.models import Household, User
from pantry.queries.day import today_in
from recipes.models import Recipe, RecipeComment, RecipeLink, RecipePicture
from recipes.pictures import Shown
from recipes.services.picture import keep_picture
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory, RecipeFactory, StockItemFactory

EVIL = "</script><script>alert(1)</script>"


@pytest.fixture
def cake(household: Household) -> Recipe:
    made: Recipe = RecipeFactory(
        household=household,
        name=f"Cake {EVIL}",
        lines="200 g spinach\nFor the top:\n1 egg",
        steps="Stir.\n\nFor the top:\n\nBake.",
        servings=4,
        prep_minutes=90,
        notes="A family secret",
        author="Aunt May",
        source_url="https://www.example.org/cake",
        tags=["sweet"],
        label={"calories": "320 kcal"},
    )
    return made


@pytest.fixture
def link(cake: Recipe, alice: User, client_of: ClientOf) -> RecipeLink:
    page = f"/h/{cake.household.code}/recipes/{cake.pk}/link/"
    client = client_of(alice)
    for _ in range(2):
        assert client.post(f"{page}new/").status_code == 302
    with as_owner():
        made: RecipeLink = RecipeLink.objects.get(recipe=cake)
    shown = client.get(page).content.decode()
    assert f"/r/{made.token}/" in shown
    assert "data:image/svg+xml" in shown
    return made


def test_everybody_with_the_link_reads_the_recipe_and_nothing_else(
    household: Household, cake: Recipe, link: RecipeLink, alice: User, stranger: User, client_of: ClientOf
) -> None:
    EaterFactory(household=household, name="Mia", allergens=["eggs"])
    StockItemFactory(household=household, name="spinach", amount=150, unit="g", use_by=today_in(household))
    with as_owner():
        RecipeComment.objects.create(household=household, recipe=cake, author=alice, text="Too sweet")
    for client in (Client(), client_of(stranger), client_of(alice)):
        answer = client.get(f"/r/{link.token}/", {"servings": "8"})
        html = answer.content.decode()
        assert answer.status_code == 200
        assert "400 g" in html
        assert "Aunt May" in html
        for private in ("Mia", "Too sweet", "family secret", "Linden 12", "missing", household.code):
            assert private not in html
        assert "noindex" in answer["X-Robots-Tag"]
        assert '<meta name="robots" content="noindex' in html
        assert "<script>alert" not in html


def test_programs_read_it_as_data(link: RecipeLink) -> None:
    html = Client().get(f"/r/{link.token}/").content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found
    data = json.loads(found.group(1))
    assert data["@type"] == "Recipe"
    assert data["name"] == f"Cake {EVIL}"
    assert data["recipeIngredient"] == ["200 g spinach", "1 egg"]
    assert data["prepTime"] == "PT1H30M"
    assert data["recipeInstructions"][1]["itemListElement"][0]["text"] == "Bake."
    assert data["nutrition"]["calories"] == "320 kcal"
    assert data["url"].endswith(f"/r/{link.token}/")
    assert "aggregateRating" not in data
    assert "secret" not in found.group(1)


def test_its_pictures_are_seen_and_no_others(household: Household, cake: Recipe, link: RecipeLink) -> None:
    other = RecipeFactory(household=household, name="Other")
    with as_owner():
        mine = keep_picture(cake, Shown(b"large", b"small", 4, 3))
        theirs: RecipePicture = keep_picture(other, Shown(b"secret", b"secret", 4, 3))
    answer = Client().get(f"/r/{link.token}/pictures/{mine.pk}/")
    assert (answer.content, answer["Content-Type"]) == (b"large", "image/webp")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Client().get(f"/r/{link.token}/pictures/{mine.pk}/?size=thumb").content == b"small"
    assert Client().get(f"/r/{link.token}/pictures/{theirs.pk}/").status_code == 404
    assert f"/r/{link.token}/pictures/{mine.pk}/" in Client().get(f"/r/{link.token}/").content.decode()


def test_revoked_deleted_and_unknown_are_alike(
    cake: Recipe, link: RecipeLink, alice: User, client_of: ClientOf
) -> None:
    client, page = client_of(alice), f"/h/{cake.household.code}/recipes/{cake.pk}/link/"
    with as_owner():
        Recipe.objects.filter(pk=cake.pk).update(deleted_at=link.created_at)
    assert Client().get(f"/r/{link.token}/").status_code == 404
    with as_owner():
        Recipe.objects.filter(pk=cake.pk).update(deleted_at=None)
    assert Client().get(f"/r/{link.token}/").status_code == 200
    for _ in range(2):
        assert client.post(f"{page}revoke/").status_code == 302
    revoked, unknown = Client().get(f"/r/{link.token}/"), Client().get(f"/r/{'a' * 32}/")
    assert revoked.status_code == unknown.status_code == Client().get("/r/short/").status_code == 404
    assert revoked.content == unknown.content
    client.post(f"{page}new/")
    with as_owner():
        assert RecipeLink.objects.get(recipe=cake, revoked_at=None).token != link.token
