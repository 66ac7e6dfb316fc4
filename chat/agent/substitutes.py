"""What cooks take instead of what is not there, for so much of it: kitchen lore, in sentences of our own.

`instead` is a name that the matcher knows, by which it is looked for on the shelves and held against what people must
not eat; `how` is to be translated when it is shown.
"""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _

from pantry.matching import name_key

SAME, WEIGHT = _("the same amount"), _("the same weight")


class Way(NamedTuple):
    food: str
    instead: str
    how: str


# fmt: off
WAYS = (
    Way("buttermilk", "milk", _("stir 1 tablespoon of lemon juice or vinegar into 240 ml of milk and wait 10 minutes")),
    Way("buttermilk", "yogurt", _("thin 180 ml of plain yogurt with 60 ml of water or milk")),
    Way("buttermilk", "kefir", SAME),
    Way("egg", "apple sauce", _("60 g for each egg, in cakes and muffins")),
    Way("egg", "banana", _("half a mashed one for each egg, in sweet bakes")),
    Way("egg", "flaxseed", _("1 tablespoon ground, soaked in 3 tablespoons of water, for each egg")),
    Way("egg", "chickpea flour", _("3 tablespoons with 3 tablespoons of water for each egg, in batters and omelettes")),
    Way("butter", "margarine", SAME),
    Way("butter", "coconut oil", _("four fifths of the amount")),
    Way("butter", "vegetable oil", _("three quarters of the amount, where the butter would be melted")),
    Way("butter", "apple sauce", _("half of the amount, in cakes; the rest stays butter or oil")),
    Way("cream", "coconut milk", _("the same amount, the thick part of the tin")),
    Way("cream", "creme fraiche", _("the same amount; stir it in at the end")),
    Way("cream", "milk", _("three quarters of the amount with a quarter of melted butter; it does not whip")),
    Way("cream", "oat cream", SAME),
    Way("sour cream", "yogurt", _("the same amount of thick yogurt; off the heat")),
    Way("sour cream", "cream cheese", _("the same amount, thinned with a little milk")),
    Way("milk", "oat drink", SAME),
    Way("milk", "soy drink", SAME),
    Way("milk", "evaporated milk", _("half of it, with half water")),
    Way("yogurt", "sour cream", SAME),
    Way("yogurt", "quark", _("the same amount, thinned with a little milk")),
    Way("ricotta", "cottage cheese", _("the same amount, blended smooth")),
    Way("ricotta", "quark", SAME),
    Way("mascarpone", "cream cheese", _("the same amount, with a spoon of cream")),
    Way("parmesan", "pecorino", _("the same amount; it is saltier")),
    Way("parmesan", "grana padano", SAME),
    Way("feta", "goat cheese", SAME),
    Way("feta", "tofu", _("the same amount, crumbled and salted")),
    Way("flour", "spelt flour", SAME),
    Way("flour", "self-raising flour", _("the same amount; leave out the baking powder")),
    Way("self-raising flour", "flour", _("with 2 teaspoons of baking powder for 150 g of it")),
    Way("baking powder", "baking soda", _("1 teaspoon of soda and 2 of lemon juice for 3 teaspoons of powder")),
    Way("baking soda", "baking powder", _("three times the amount")),
    Way("yeast", "fresh yeast", _("three times the weight of dried yeast")),
    Way("fresh yeast", "dried yeast", _("a third of the weight")),
    Way("cornflour", "flour", _("twice the amount; let it boil for some minutes")),
    Way("cornflour", "potato starch", SAME),
    Way("breadcrumbs", "bread", _("dry slices, grated")),
    Way("breadcrumbs", "crackers", _("crushed, the same amount")),
    Way("breadcrumbs", "rolled oats", _("the same amount, chopped a little")),
    Way("sugar", "honey", _("three quarters of the amount, and a little less liquid")),
    Way("sugar", "brown sugar", SAME),
    Way("sugar", "maple syrup", _("three quarters of the amount, and a little less liquid")),
    Way("brown sugar", "sugar", _("200 g with 1 tablespoon of molasses or honey")),
    Way("honey", "maple syrup", SAME),
    Way("honey", "sugar", _("a quarter more, with a little water")),
    Way("maple syrup", "honey", SAME),
    Way("maple syrup", "golden syrup", SAME),
    Way("lemon juice", "lime juice", SAME),
    Way("lemon juice", "white wine vinegar", _("half of the amount")),
    Way("lime juice", "lemon juice", SAME),
    Way("white wine", "vegetable stock", _("the same amount with a splash of lemon juice or vinegar")),
    Way("white wine", "apple juice", _("the same amount with a splash of vinegar")),
    Way("red wine", "beef stock", _("the same amount with a splash of red wine vinegar")),
    Way("red wine", "grape juice", _("the same amount with a splash of vinegar")),
    Way("vinegar", "lemon juice", SAME),
    Way("vinegar", "apple cider vinegar", SAME),
    Way("stock", "stock cube", _("1 cube for 500 ml of water")),
    Way("stock", "miso", _("1 tablespoon for 500 ml of water")),
    Way("tomato paste", "tinned tomatoes", _("three times the amount, boiled down")),
    Way("tomato paste", "ketchup", _("the same amount; it is sweeter")),
    Way("tinned tomatoes", "tomato", _("the same weight, chopped, with a little salt")),
    Way("tinned tomatoes", "passata", SAME),
    Way("passata", "tinned tomatoes", _("the same amount, blended")),
    Way("onion", "shallot", WEIGHT),
    Way("onion", "leek", _("the same weight, the white part")),
    Way("onion", "onion powder", _("1 tablespoon for a medium onion")),
    Way("shallot", "onion", _("the same weight; it is sharper")),
    Way("garlic", "garlic powder", _("an eighth of a teaspoon for a clove")),
    Way("ginger", "ground ginger", _("a quarter of a teaspoon for a tablespoon of fresh")),
    Way("basil", "dried basil", _("a third of the amount")),
    Way("basil", "oregano", SAME),
    Way("parsley", "coriander leaves", SAME),
    Way("parsley", "chervil", SAME),
    Way("coriander leaves", "parsley", _("the same amount, with a little lime")),
    Way("soy sauce", "tamari", SAME),
    Way("soy sauce", "worcestershire sauce", _("half of the amount")),
    Way("fish sauce", "soy sauce", _("the same amount, with a little lime")),
    Way("mayonnaise", "yogurt", _("the same amount of thick yogurt with a little mustard")),
    Way("mustard", "horseradish", _("half of the amount")),
    Way("rice", "couscous", _("the same amount; it only soaks")),
    Way("rice", "bulgur", SAME),
    Way("rice", "quinoa", SAME),
    Way("minced beef", "lentils", _("half of the weight, dried")),
    Way("minced beef", "tofu", _("the same weight, crumbled and fried")),
    Way("chicken", "tofu", _("the same weight, pressed")),
    Way("chicken", "chickpeas", _("the same weight, cooked")),
    Way("chicken", "turkey breast", WEIGHT),
    Way("bacon", "smoked tofu", WEIGHT),
    Way("bacon", "ham", _("the same weight; fry it in a little oil")),
    Way("gelatine", "agar agar", _("1 teaspoon of powder for 8 sheets; let it boil for two minutes")),
    Way("vanilla extract", "vanilla sugar", _("1 packet for 1 teaspoon, and less sugar")),
    Way("vanilla extract", "vanilla pod", _("half a pod for 1 teaspoon")),
    Way("chocolate", "cocoa powder", _("3 tablespoons with 1 tablespoon of butter and 1 of sugar for 30 g")),
    Way("peanut butter", "tahini", SAME),
    Way("peanut butter", "almond butter", SAME),
    Way("almonds", "sunflower seeds", WEIGHT),
    Way("almonds", "pumpkin seeds", WEIGHT),
    Way("ground almonds", "sunflower seeds", _("the same weight, ground")),
    Way("cream cheese", "ricotta", _("the same amount, with a little salt")),
    Way("cream cheese", "quark", _("the same amount, drained")),
    Way("oil", "rapeseed oil", SAME),
    Way("oil", "butter", _("a quarter more, melted")),
    Way("olive oil", "rapeseed oil", SAME),
    Way("olive oil", "sunflower oil", SAME),
)
# fmt: on
# Other names of what stands in the table.
ALSO = {
    "double cream": "cream",
    "heavy cream": "cream",
    "whipping cream": "cream",
    "creme fraiche": "sour cream",
    "plain flour": "flour",
    "dried yeast": "yeast",
    "corn starch": "cornflour",
    "caster sugar": "sugar",
    "lemon": "lemon juice",
    "lime": "lime juice",
    "white wine vinegar": "vinegar",
    "vegetable stock": "stock",
    "chicken stock": "stock",
    "chopped tomatoes": "tinned tomatoes",
    "fresh ginger": "ginger",
    "minced meat": "minced beef",
    "chicken breast": "chicken",
    "pancetta": "bacon",
    "dark chocolate": "chocolate",
    "walnuts": "almonds",
    "hazelnuts": "almonds",
    "nuts": "almonds",
    "vegetable oil": "oil",
    "sunflower oil": "oil",
}


def ways_instead_of(names: tuple[str, ...]) -> list[Way]:
    """By the names of a food, the first that the table has."""
    keys = [key for name in names for key in (name_key(name), name_key(ALSO_BY_KEY.get(name_key(name), "")))]
    first = next((key for key in keys if key in BY_KEY), "")
    return BY_KEY.get(first, [])


ALSO_BY_KEY = {name_key(name): meant for name, meant in ALSO.items()}
BY_KEY: dict[str, list[Way]] = {}
for _way in WAYS:
    BY_KEY.setdefault(name_key(_way.food), []).append(_way)
