"""What the demo household thinks of its dishes: stars, comments, favourites, a collection, meals that were cooked."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from django.utils import timezone

from accounts.models import Household, User
from recipes.models import Recipe, RecipeCooking
from recipes.services.collection import choose_collections, create_collection
from recipes.services.comment import add_comment
from recipes.services.cooking import Plan, cook_recipe
from recipes.services.favourite import keep_favourite
from recipes.services.review import rate_recipe

# Stars of Alice and of Bob, 0 for none, with what Alice wrote.
STARS = {
    "Spinach and potato curry": (5, 5, "The one that everybody asks for. Twice the ginger."),
    "Red lentil soup with lemon": (5, 4, ""),
    "Shakshuka": (4, 5, "Better with the good tomatoes."),
    "Lasagne": (5, 0, "A Sunday's work, and two evenings of leftovers."),
    "Mushroom risotto": (4, 3, ""),
    "Pancakes": (4, 5, ""),
    "Broccoli pasta with lemon": (3, 4, ""),
    "Chocolate cake in one bowl": (5, 5, ""),
    "Egg fried rice": (4, 0, ""),
}
COMMENTS = (
    ("Shakshuka", "The smoked paprika makes it."),
    ("Banana bread", "Ten minutes longer in our oven, under foil."),
)
FAVOURITES = {
    "Spinach and potato curry": "Works with frozen spinach.",
    "Chocolate cake in one bowl": "For Bob's birthday.",
    "Shakshuka": "",
}
# How many days ago, for how many.
MEALS = (
    ("Red lentil soup with lemon", 2, 4),
    ("Pancakes", 6, 3),
    ("Spinach and potato curry", 9, 4),
    ("Spinach and potato curry", 37, 4),
    ("Lasagne", 48, 6),
)
COLLECTION, TOGETHER = "With the children", ("Pancakes", "Macaroni cheese", "Fish fingers of our own", "Oat biscuits")


def fill_dishes(home: Household, alice: User, bob: User) -> None:
    """Once: what has been taken back since is not said again."""
    recipes = {one.name: one for one in Recipe.objects.filter(household=home, deleted_at=None)}
    if RecipeCooking.objects.filter(household=home).exists() or STARS.keys() - recipes.keys():
        return
    for name, days, servings in MEALS:
        cooked = timezone.now() - timedelta(days=days)
        plan = Plan(servings=Decimal(servings), cooked_at=cooked)
        cook_recipe(recipes[name], plan, by=alice, operation=_id(home, f"{name} {days}"))
    for name, (stars, _others, text) in STARS.items():
        rate_recipe(recipes[name], by=alice, stars=stars, text=text)
    for name, note in FAVOURITES.items():
        keep_favourite(recipes[name], by=alice, note=note)
    together = create_collection(home, COLLECTION, by=alice, id=_id(home, COLLECTION), emoji="🧒")
    for name in TOGETHER:
        choose_collections(recipes[name], [together.pk], by=alice)
    for name, (_own, stars, _text) in STARS.items():
        if stars:
            rate_recipe(recipes[name], by=bob, stars=stars)
    for name, text in COMMENTS:
        add_comment(recipes[name], text, by=bob, id=_id(home, text))


def _id(home: Household, what: str) -> UUID:
    return uuid5(home.pk, what)
