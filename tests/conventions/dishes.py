"""The recipes of the cast: each with sections, amounts and everything that a form asks for."""

from accounts.models import Household
from tests.conventions.books import cast_books
from tests.conventions.imports import cast_imports
from tests.factories import RecipeCookingFactory, RecipeFactory

# A word that only rows of the tests hold (cast.FACT), so that a page may show it untranslated.
DISH = "Vortle"
LINES = "\n".join([f"{number} {DISH}" for number in range(1, 6)] + [f"{DISH}:"] + [DISH] * 5)


def cast_dishes(household: Household, many: int) -> dict[str, object]:
    """What stands in the URLs of recipes. One line or thirty of each, as there is one dish or there are thirty."""
    dishes = [
        RecipeFactory(
            household=household,
            name=DISH,
            lines=LINES * (many > 1) or DISH,
            steps="\n".join([DISH] * many),
            servings=4,
            cook_minutes=20,
            tags=[DISH],
            notes=DISH,
            source_name=DISH,
            source_url="https://example.org/",
        )
        for _ in range(many)
    ]
    cooked = [RecipeCookingFactory(recipe=dishes[0], servings=4, note=DISH) for _ in range(many)]
    log = {"recipes:cooking": dishes[0].pk, "recipes:cooking:line": cooked[0].pk}
    books = cast_books(household, dishes, many)
    return {**books, **log, "recipes:recipe": dishes[0].pk, **cast_imports(household, many)}
