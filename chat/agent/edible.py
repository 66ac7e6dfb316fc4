"""What nobody eats: it may lie on a shelf or stand on a list, and is never proposed for cooking."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.models import FoodId
from pantry.queries.foods import food

# Words of things that a household keeps beside its food. A food of the catalogue is food, whatever it is called.
THINGS = (
    "bleach", "detergent", "dish soap", "dishwasher", "washing powder", "washing up liquid", "washing-up liquid",
    "fabric softener", "softener", "cleaner", "cleaning", "disinfectant", "drain cleaner", "descaler",
    "shoe polish", "furniture polish",
    "limescale remover", "stain remover", "soap", "shampoo", "conditioner", "shower gel", "toothpaste", "mouthwash",
    "deodorant", "lotion", "sunscreen", "sun cream", "nail polish", "razor", "razors", "tampon", "tampons", "nappies",
    "nappy", "diapers", "toilet paper", "kitchen roll", "kitchen paper", "paper towel", "paper towels", "tissues",
    "napkins", "bin bag", "bin bags", "rubbish bags", "trash bags", "freezer bags", "sandwich bags", "cling film",
    "aluminium foil", "tin foil", "baking paper", "baking parchment", "sponge", "sponges", "scourer", "battery",
    "batteries", "light bulb", "light bulbs", "candle", "candles", "matches", "lighter", "firelighters", "charcoal",
    "dog food", "cat food", "pet food", "bird food", "bird seed", "fish food", "cat litter", "dog treats", "cat treats",
    "fertiliser", "fertilizer", "potting soil", "plant food", "weed killer", "pesticide", "rat poison", "insecticide",
    "antifreeze", "paint", "glue", "petrol", "motor oil", "lamp oil", "white spirit", "methylated spirits",
    "medicine", "painkillers", "paracetamol", "ibuprofen", "aspirin", "plasters", "vitamin tablets",
)  # fmt: skip
NOT_FOOD = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(THINGS, key=len, reverse=True)))})\b")
# What stands among the ingredients of a recipe because it is needed for it.
HELPERS = re.compile(
    r"\b(?:(?:baking|kitchen|parchment) (?:paper|parchment|roll)|paper towels?|napkins?|cling film|"
    r"(?:tin|aluminium) foil|(?:freezer|sandwich) bags?|candles?|charcoal|matches|lighter|sponges?|soap)\b"
)
# What has such a word in its name and is eaten.
FOOD = re.compile(r"\b(?:sponge (?:cakes?|fingers?|puddings?)|trifle sponges?|candle ?nuts?)\b")


def is_edible(name: str, ref: FoodId | None = None) -> bool:
    """By its food where it is known, else by what it is called."""
    if isinstance(ref, int) and food(ref) is not None:
        return True
    words = name.casefold()
    return NOT_FOOD.search(FOOD.sub("", words)) is None


def refuse_inedible(names: Iterable[str]) -> None:
    """For whatever is to be cooked, or to stand in for something in a dish."""
    for name in names:
        if not is_edible(name):
            raise DomainError(_("“%(name)s” is nothing to eat: it is not cooked with.") % {"name": name})


def is_poison(name: str) -> bool:
    """What nobody eats and no cook has at hand either: not the paper that a tray is lined with."""
    return not is_edible(HELPERS.sub("", name.casefold()))
