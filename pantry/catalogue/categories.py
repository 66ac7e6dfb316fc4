"""The aisles of a shop, in the order in which one usually walks past them."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop


@dataclass(frozen=True)
class FoodCategory:
    """`name` is to be translated when it is shown; `tone` is one of the six colours, `position` that in the walk."""

    id: int
    slug: str
    name: str
    emoji: str
    tone: int
    position: int


# Ids stay with their slugs; the order of the lines is that of the walk.
IN_ORDER = (
    (1, "fruit", gettext_noop("Fruit"), "🍎", 4),
    (2, "vegetables", gettext_noop("Vegetables"), "🥕", 5),
    (3, "herbs", gettext_noop("Fresh herbs"), "🌿", 5),
    (4, "bakery", gettext_noop("Bakery"), "🍞", 4),
    (5, "meat", gettext_noop("Meat and poultry"), "🥩", 2),
    (6, "fish", gettext_noop("Fish and seafood"), "🐟", 3),
    (7, "dairy", gettext_noop("Milk, cream and eggs"), "🥛", 1),
    (8, "cheese", gettext_noop("Cheese"), "🧀", 4),
    (9, "plant", gettext_noop("Chilled and plant-based"), "🥗", 5),
    (10, "grains", gettext_noop("Pasta, rice and grains"), "🍝", 4),
    (11, "tins", gettext_noop("Tins, jars and pulses"), "🥫", 2),
    (12, "sauces", gettext_noop("Sauces and stocks"), "🍲", 6),
    (13, "oils", gettext_noop("Oils, fats and vinegars"), "🫒", 5),
    (14, "spices", gettext_noop("Spices and dried herbs"), "🧂", 6),
    (15, "baking", gettext_noop("Baking"), "🧁", 2),
    (16, "nuts", gettext_noop("Nuts, seeds and dried fruit"), "🌰", 4),
    (17, "breakfast", gettext_noop("Breakfast and spreads"), "🥣", 6),
    (18, "sweets", gettext_noop("Sweets and snacks"), "🍪", 2),
    (19, "drinks", gettext_noop("Drinks"), "🧃", 3),
    (20, "alcohol", gettext_noop("Wine, beer and spirits"), "🍷", 6),
    (21, "frozen", gettext_noop("Frozen food"), "🧊", 1),
)
CATEGORIES: dict[str, FoodCategory] = {
    slug: FoodCategory(id, slug, name, emoji, tone, position)
    for position, (id, slug, name, emoji, tone) in enumerate(IN_ORDER, start=1)
}
