"""How units are called for people, in their language and number."""

from decimal import ROUND_CEILING, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

# Signs, which have no plural.
SIGNS: dict[str, Promise] = {
    "mg": gettext_lazy("%(amount)s mg"),
    "g": gettext_lazy("%(amount)s g"),
    "dag": gettext_lazy("%(amount)s dag"),
    "kg": gettext_lazy("%(amount)s kg"),
    "oz": gettext_lazy("%(amount)s oz"),
    "lb": gettext_lazy("%(amount)s lb"),
    "ml": gettext_lazy("%(amount)s ml"),
    "cl": gettext_lazy("%(amount)s cl"),
    "dl": gettext_lazy("%(amount)s dl"),
    "l": gettext_lazy("%(amount)s l"),
    "tsp": gettext_lazy("%(amount)s tsp"),
    "tbsp": gettext_lazy("%(amount)s tbsp"),
    "fl_oz": gettext_lazy("%(amount)s fl oz"),
    "imp_fl_oz": gettext_lazy("%(amount)s imperial fl oz"),
    "cm": gettext_lazy("%(amount)s cm"),
    "inch": gettext_lazy("%(amount)s in"),
    "piece": gettext_lazy("%(amount)s"),
    "small": gettext_lazy("%(amount)s small"),
    "large": gettext_lazy("%(amount)s large"),
}
WORDS: dict[str, Promise] = {
    "cup": ngettext_lazy("%(amount)s cup", "%(amount)s cups", "count"),
    "pint": ngettext_lazy("%(amount)s pint", "%(amount)s pints", "count"),
    "quart": ngettext_lazy("%(amount)s quart", "%(amount)s quarts", "count"),
    "gallon": ngettext_lazy("%(amount)s gallon", "%(amount)s gallons", "count"),
    "imp_pint": ngettext_lazy("%(amount)s imperial pint", "%(amount)s imperial pints", "count"),
    "imp_quart": ngettext_lazy("%(amount)s imperial quart", "%(amount)s imperial quarts", "count"),
    "imp_gallon": ngettext_lazy("%(amount)s imperial gallon", "%(amount)s imperial gallons", "count"),
    "dozen": ngettext_lazy("%(amount)s dozen", "%(amount)s dozen", "count"),
    "tin": ngettext_lazy("%(amount)s tin", "%(amount)s tins", "count"),
    "jar": ngettext_lazy("%(amount)s jar", "%(amount)s jars", "count"),
    "bottle": ngettext_lazy("%(amount)s bottle", "%(amount)s bottles", "count"),
    "pack": ngettext_lazy("%(amount)s pack", "%(amount)s packs", "count"),
    "bag": ngettext_lazy("%(amount)s bag", "%(amount)s bags", "count"),
    "box": ngettext_lazy("%(amount)s box", "%(amount)s boxes", "count"),
    "carton": ngettext_lazy("%(amount)s carton", "%(amount)s cartons", "count"),
    "tub": ngettext_lazy("%(amount)s tub", "%(amount)s tubs", "count"),
    "bunch": ngettext_lazy("%(amount)s bunch", "%(amount)s bunches", "count"),
    "loaf": ngettext_lazy("%(amount)s loaf", "%(amount)s loaves", "count"),
    "bar": ngettext_lazy("%(amount)s bar", "%(amount)s bars", "count"),
    "block": ngettext_lazy("%(amount)s block", "%(amount)s blocks", "count"),
    "clove": ngettext_lazy("%(amount)s clove", "%(amount)s cloves", "count"),
    "slice": ngettext_lazy("%(amount)s slice", "%(amount)s slices", "count"),
    "strip": ngettext_lazy("%(amount)s strip", "%(amount)s strips", "count"),
    "stick": ngettext_lazy("%(amount)s stick", "%(amount)s sticks", "count"),
    "stalk": ngettext_lazy("%(amount)s stalk", "%(amount)s stalks", "count"),
    "sprig": ngettext_lazy("%(amount)s sprig", "%(amount)s sprigs", "count"),
    "head": ngettext_lazy("%(amount)s head", "%(amount)s heads", "count"),
    "leaf": ngettext_lazy("%(amount)s leaf", "%(amount)s leaves", "count"),
    "cube": ngettext_lazy("%(amount)s cube", "%(amount)s cubes", "count"),
    "ball": ngettext_lazy("%(amount)s ball", "%(amount)s balls", "count"),
    "knob": ngettext_lazy("%(amount)s knob", "%(amount)s knobs", "count"),
    "sheet": ngettext_lazy("%(amount)s sheet", "%(amount)s sheets", "count"),
    "handful": ngettext_lazy("%(amount)s handful", "%(amount)s handfuls", "count"),
    "pinch": ngettext_lazy("%(amount)s pinch", "%(amount)s pinches", "count"),
    "dash": ngettext_lazy("%(amount)s dash", "%(amount)s dashes", "count"),
    "splash": ngettext_lazy("%(amount)s splash", "%(amount)s splashes", "count"),
    "drop": ngettext_lazy("%(amount)s drop", "%(amount)s drops", "count"),
    "portion": ngettext_lazy("%(amount)s portion", "%(amount)s portions", "count"),
}


def with_unit(drawn: str, code: str, amount: Decimal) -> str:
    """The drawn number with its unit: "½ tsp", "2 tins"; half a tin is singular, one and a half are plural."""
    if code in SIGNS:
        return str(SIGNS[code]) % {"amount": drawn}
    count = max(1, int(min(amount, Decimal(1000)).to_integral_value(ROUND_CEILING)))
    return str(WORDS[code] % {"amount": drawn, "count": count})


def unit_name(code: str, count: int = 1) -> str:
    """The unit alone, for a list to choose from: "kg", "tin"."""
    return _("piece") if code == "piece" else with_unit("", code, Decimal(count)).strip()
