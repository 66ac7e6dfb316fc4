"""What stands where in a shop, in the order in which one usually walks past it. Ids stay with their slugs."""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _


class Names(NamedTuple):
    id: int
    slug: str
    name: str
    emoji: str


class AisleNames(NamedTuple):
    """An aisle, its colour (1 to 6), and its parts."""

    names: Names
    tone: int
    groups: tuple[Names, ...] = ()


FRUIT = AisleNames(
    Names(1, "fruit", _("Fruit"), "🍎"),
    4,
    (
        Names(201, "apples", _("Apples and pears"), "🍐"),
        Names(202, "citrus", _("Citrus fruit"), "🍊"),
        Names(203, "berries", _("Berries and grapes"), "🍓"),
        Names(204, "stone-fruit", _("Stone fruit"), "🍑"),
        Names(205, "tropical", _("Tropical fruit and melons"), "🥭"),
    ),
)
VEGETABLES = AisleNames(
    Names(2, "vegetables", _("Vegetables"), "🥕"),
    5,
    (
        Names(211, "onions", _("Onions and garlic"), "🧅"),
        Names(212, "roots", _("Roots and tubers"), "🥔"),
        Names(213, "fruiting", _("Tomatoes, peppers and squashes"), "🍅"),
        Names(214, "cabbages", _("Cabbages and broccoli"), "🥦"),
        Names(215, "leaves", _("Leaves and salads"), "🥬"),
        Names(216, "pods", _("Pods, stalks and shoots"), "🫛"),
        Names(217, "mushrooms", _("Mushrooms"), "🍄"),
    ),
)
HERBS = AisleNames(Names(3, "herbs", _("Fresh herbs"), "🌿"), 5)
BAKERY = AisleNames(
    Names(4, "bakery", _("Bakery"), "🍞"),
    4,
    (
        Names(221, "breads", _("Bread and rolls"), "🥖"),
        Names(222, "flatbreads", _("Flatbreads and wraps"), "🫓"),
        Names(223, "cakes", _("Cakes and pastries"), "🍰"),
        Names(224, "crumbs", _("Dough, crumbs and stuffing"), "🥣"),
    ),
)
MEAT = AisleNames(
    Names(5, "meat", _("Meat and poultry"), "🥩"),
    2,
    (
        Names(231, "poultry", _("Poultry"), "🍗"),
        Names(232, "beef-cuts", _("Beef and veal"), "🥩"),
        Names(233, "pork-cuts", _("Pork"), "🐖"),
        Names(234, "lamb-cuts", _("Lamb and mutton"), "🐑"),
        Names(235, "game", _("Game and offal"), "🦌"),
        Names(236, "cold-cuts", _("Ham, sausages and cold cuts"), "🥓"),
    ),
)
FISH = AisleNames(
    Names(6, "fish", _("Fish and seafood"), "🐟"),
    3,
    (
        Names(241, "fresh-fish", _("Fresh fish"), "🐟"),
        Names(242, "smoked-fish", _("Smoked and cured fish"), "🍣"),
        Names(243, "seafood", _("Shellfish and seafood"), "🦐"),
    ),
)
DAIRY = AisleNames(
    Names(7, "dairy", _("Milk, cream and eggs"), "🥛"),
    1,
    (
        Names(251, "milks", _("Milk"), "🥛"),
        Names(252, "creams", _("Cream"), "🍶"),
        Names(253, "yogurts", _("Yogurt and desserts"), "🍮"),
        Names(254, "butters", _("Butter and margarine"), "🧈"),
        Names(255, "eggs", _("Eggs"), "🥚"),
    ),
)
CHEESE = AisleNames(
    Names(8, "cheese", _("Cheese"), "🧀"),
    4,
    (
        Names(261, "hard-cheese", _("Hard and sliced cheese"), "🧀"),
        Names(262, "soft-cheese", _("Soft and blue cheese"), "🧀"),
        Names(263, "fresh-cheese", _("Fresh cheese"), "🥣"),
    ),
)
PLANT = AisleNames(
    Names(9, "plant", _("Chilled and plant-based"), "🥗"),
    5,
    (
        Names(271, "plant-milk", _("Plant milk and cream"), "🥛"),
        Names(272, "plant-protein", _("Tofu and plant-based meat"), "🌱"),
        Names(273, "deli", _("Dips and salads"), "🥗"),
    ),
)
GRAINS = AisleNames(
    Names(10, "grains", _("Pasta, rice and grains"), "🍝"),
    4,
    (
        Names(281, "pastas", _("Pasta"), "🍝"),
        Names(282, "noodles", _("Noodles"), "🍜"),
        Names(283, "rices", _("Rice"), "🍚"),
        Names(284, "whole-grains", _("Grains and couscous"), "🌾"),
    ),
)
TINS = AisleNames(
    Names(11, "tins", _("Tins, jars and pulses"), "🥫"),
    2,
    (
        Names(291, "pulses", _("Beans, peas and lentils"), "🫘"),
        Names(292, "tinned-vegetables", _("Tinned vegetables and tomatoes"), "🥫"),
        Names(293, "tinned-fruit", _("Tinned fruit"), "🍑"),
        Names(294, "tinned-fish", _("Tinned fish and meat"), "🐟"),
        Names(295, "pickles", _("Pickles, olives and antipasti"), "🫒"),
        Names(296, "instant", _("Soups, coconut and instant food"), "🥥"),
    ),
)
SAUCES = AisleNames(
    Names(12, "sauces", _("Sauces and stocks"), "🍲"),
    6,
    (
        Names(301, "table-sauces", _("Table sauces and dressings"), "🥫"),
        Names(302, "cooking-sauces", _("Cooking sauces and pastes"), "🥘"),
        Names(303, "chutneys", _("Chutneys and relishes"), "🫙"),
        Names(304, "stocks", _("Stock and gravy"), "🍲"),
    ),
)
OILS = AisleNames(
    Names(13, "oils", _("Oils, fats and vinegars"), "🫒"),
    5,
    (
        Names(311, "cooking-oils", _("Oil"), "🫒"),
        Names(312, "fats", _("Lard and other fats"), "🧈"),
        Names(313, "vinegars", _("Vinegar"), "🍶"),
    ),
)
SPICES = AisleNames(
    Names(14, "spices", _("Spices and dried herbs"), "🧂"),
    6,
    (
        Names(321, "salt-pepper", _("Salt and pepper"), "🧂"),
        Names(322, "single-spices", _("Spices"), "🌶️"),
        Names(323, "dried-herbs", _("Dried herbs"), "🌿"),
        Names(324, "blends", _("Blends and seasonings"), "🥄"),
    ),
)
BAKING = AisleNames(
    Names(15, "baking", _("Baking"), "🧁"),
    2,
    (
        Names(331, "flours", _("Flour and starch"), "🌾"),
        Names(332, "sugars", _("Sugar and syrup"), "🍯"),
        Names(333, "raising", _("Yeast, baking powder and setting agents"), "🥄"),
        Names(334, "flavourings", _("Chocolate, flavourings and decorations"), "🍫"),
        Names(335, "mixes", _("Mixes, fillings and long-life milk"), "🥧"),
    ),
)
NUTS = AisleNames(
    Names(16, "nuts", _("Nuts, seeds and dried fruit"), "🌰"),
    4,
    (
        Names(341, "whole-nuts", _("Nuts"), "🥜"),
        Names(342, "seeds", _("Seeds"), "🌻"),
        Names(343, "dried-fruit", _("Dried fruit"), "🍇"),
    ),
)
BREAKFAST = AisleNames(
    Names(17, "breakfast", _("Breakfast and spreads"), "🥣"),
    6,
    (
        Names(351, "cereals", _("Cereals"), "🥣"),
        Names(352, "spreads", _("Honey, jam and spreads"), "🍯"),
    ),
)
SWEETS = AisleNames(
    Names(18, "sweets", _("Sweets and snacks"), "🍪"),
    2,
    (
        Names(361, "confectionery", _("Chocolate and sweets"), "🍬"),
        Names(362, "biscuits", _("Biscuits and crackers"), "🍪"),
        Names(363, "savoury-snacks", _("Crisps and savoury snacks"), "🥨"),
    ),
)
DRINKS = AisleNames(
    Names(19, "drinks", _("Drinks"), "🧃"),
    3,
    (
        Names(371, "soft-drinks", _("Water and soft drinks"), "🥤"),
        Names(372, "juices", _("Juice"), "🧃"),
        Names(373, "hot-drinks", _("Coffee, tea and cocoa"), "☕"),
        Names(374, "drink-powders", _("Formula and drink powders"), "🥤"),
    ),
)
ALCOHOL = AisleNames(
    Names(20, "alcohol", _("Wine, beer and spirits"), "🍷"),
    6,
    (
        Names(381, "wines", _("Wine"), "🍷"),
        Names(382, "beers", _("Beer and cider"), "🍺"),
        Names(383, "spirits", _("Spirits and liqueurs"), "🥃"),
    ),
)
FROZEN = AisleNames(
    Names(21, "frozen", _("Frozen food"), "🧊"),
    1,
    (
        Names(391, "frozen-vegetables", _("Frozen vegetables and fruit"), "🫛"),
        Names(392, "frozen-dough", _("Pastry and dough"), "🥐"),
        Names(393, "frozen-meals", _("Frozen meals"), "🍕"),
        Names(394, "ice-cream", _("Ice cream and desserts"), "🍨"),
    ),
)
# A department of one aisle is that aisle.
DEPARTMENTS: tuple[tuple[Names | None, tuple[AisleNames, ...]], ...] = (
    (Names(101, "greengrocer", _("Fruit and vegetables"), "🥬"), (FRUIT, VEGETABLES, HERBS)),
    (None, (BAKERY,)),
    (Names(102, "meat-fish", _("Meat and fish"), "🍖"), (MEAT, FISH)),
    (Names(103, "chilled", _("Chilled food"), "🧀"), (DAIRY, CHEESE, PLANT)),
    (Names(104, "cupboard", _("Store cupboard"), "🫙"), (GRAINS, TINS)),
    (Names(105, "seasoning", _("Sauces, oils and spices"), "🥄"), (SAUCES, OILS, SPICES)),
    (Names(106, "home-baking", _("Baking, nuts and dried fruit"), "🥧"), (BAKING, NUTS)),
    (Names(107, "treats", _("Breakfast and sweets"), "🥐"), (BREAKFAST, SWEETS)),
    (Names(108, "beverages", _("Drinks and alcohol"), "🥤"), (DRINKS, ALCOHOL)),
    (None, (FROZEN,)),
)
