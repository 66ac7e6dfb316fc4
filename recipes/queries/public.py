"""A recipe as everybody reads it who has its link: the recipe and its pictures, and nothing else of the household."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.urls import reverse

from accounts.models import Household
from kitchen import tenancy
from recipes.models import RecipeLink, RecipePicture
from recipes.queries.dish import Reader, RecipePage, page_of
from recipes.queries.dish_rows import dish_rows
from recipes.queries.suiting import NOBODY

DOOR = "recipe"
DOOR_SQL = """
    SELECT link.household_id, link.recipe_id
    FROM recipes_recipelink AS link
    JOIN recipes_recipe AS dish ON dish.household_id = link.household_id AND dish.id = link.recipe_id
    WHERE link.token = $1 AND link.revoked_at IS NULL AND dish.deleted_at IS NULL
"""
TOKEN = re.compile(r"[\w-]{20,48}", re.ASCII)


def address_of(link: RecipeLink) -> str:
    """Whole, as it is sent to others."""
    return address(link.token)


def address(token: str) -> str:
    return settings.PUBLIC_URL + reverse("recipes:public.show", kwargs={"token": token})


def opened(token: str) -> tuple[UUID, UUID] | None:
    """Household and recipe that an open link leads to, through the owner's function; the household is then in scope."""
    if not TOKEN.fullmatch(token):
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT household, object FROM kitchen_resolve(%s, %s)", [DOOR, token])
        row = cursor.fetchone()
    if row is None:
        return None
    tenancy.narrow(row[0])
    return row[0], row[1]


def public_page(token: str, servings: Decimal | None = None) -> RecipePage | None:
    """None for a link that is revoked, and for one that never was."""
    found = opened(token)
    if found is None:
        return None
    rows = dish_rows(Household(pk=found[0]), found[1])
    if rows is None:
        return None
    # Dates of food and health of people stay in the household; what the page is made of does not hold them.
    bare = replace(rows, lots=[], table=NOBODY)
    return page_of(bare, servings, today=date.min, reader=Reader())


def public_picture(token: str, id: UUID) -> RecipePicture | None:
    """A picture of the very recipe that the link opens."""
    found = opened(token)
    if found is None:
        return None
    pictures = RecipePicture.objects.filter(household_id=found[0], recipe_id=found[1], pk=id)
    return pictures.select_related("file", "thumb").first()
