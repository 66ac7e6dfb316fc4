"""What the one search finds among recipes."""

from django.urls import reverse

from kitchen.search import MOST_HITS, Ask, Hit
from recipes.queries.text_search import find_recipes
from recipes.queries.times import how_long


def find_in_recipes(ask: Ask) -> list[Hit]:
    code = ask.household.code
    return [
        Hit(one.name, how_long(one.total_minutes), reverse("recipes:recipe.show", args=[code, one.pk]), "recipes")
        for one in find_recipes(ask.household, ask.text, MOST_HITS)
    ]
