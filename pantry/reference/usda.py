"""USDA SR28 as it is given away: ASCII files in Latin-1, ^ between fields, ~ around text."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import groupby
from pathlib import Path

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from pantry.catalogue import name_key
from pantry.models import ReferenceFood, ReferenceSource
from pantry.reference.writing import Brought, plain_text

FOODS, GROUPS, WEIGHTS, NUTRIENTS = "FOOD_DES.txt", "FD_GROUP.txt", "WEIGHT.txt", "NUT_DATA.txt"
# Their numbers of nutrients, by ours.
CODES = {
    "208": "energy",
    "203": "protein",
    "205": "carbohydrate",
    "269": "sugars",
    "291": "fibre",
    "204": "fat",
    "606": "saturated_fat",
    "645": "monounsaturated_fat",
    "646": "polyunsaturated_fat",
    "605": "trans_fat",
    "601": "cholesterol",
    "307": "sodium",
    "301": "calcium",
    "303": "iron",
    "304": "magnesium",
    "305": "phosphorus",
    "306": "potassium",
    "309": "zinc",
    "312": "copper",
    "315": "manganese",
    "317": "selenium",
    "320": "vitamin_a",
    "404": "vitamin_b1",
    "405": "vitamin_b2",
    "406": "vitamin_b3",
    "410": "vitamin_b5",
    "415": "vitamin_b6",
    "417": "folate",
    "418": "vitamin_b12",
    "401": "vitamin_c",
    "328": "vitamin_d",
    "323": "vitamin_e",
    "430": "vitamin_k",
    "421": "choline",
}
# How many fields a line of each file has at least.
FIELDS = {FOODS: 3, GROUPS: 2, WEIGHTS: 5, NUTRIENTS: 3}
Line = list[str]


def read_usda(folder: Path, brought: Brought) -> Iterator[ReferenceFood]:
    """Foods with their nutrients and household weights. Nutrients are read along, food by food, in the file's order."""
    check(folder)
    groups = {line[0]: line[1] for line in lines(folder / GROUPS, brought)}
    weights = weights_of(folder, brought)
    nutrients = nutrients_of(folder, brought)
    for line in lines(folder / FOODS, brought):
        code, name = line[0], plain_text(line[2], 200)
        if not name or not code.isalnum():
            brought.left_out += 1
            continue
        yield ReferenceFood(
            source=ReferenceSource.USDA,
            code=code[:24],
            name=name,
            name_key=name_key(name)[:200],
            group=plain_text(groups.get(line[1], ""), 80),
            nutrition=nutrients.get(code, {}),
            weights=weights.get(code, {}),
        )


def check(folder: Path) -> None:
    missing = [name for name in FIELDS if not (folder / name).is_file()]
    if NUTRIENTS in missing and next(folder.glob("NUT_DATA.*"), None):
        raise DomainError(
            _("Nutrients are still packed: unpack %(file)s from its archive into %(folder)s first.")
            % {"file": NUTRIENTS, "folder": folder}
        )
    if missing:
        raise DomainError(
            _("This is not the SR28 collection: %(files)s is missing in %(folder)s.")
            % {"files": ", ".join(missing), "folder": folder}
        )


def lines(path: Path, brought: Brought) -> Iterator[Line]:
    """The fields of each line; one with too few of them is told and left out."""
    with path.open(encoding="latin-1", newline="") as file:
        for number, line in enumerate(file, start=1):
            fields = [one.strip().removeprefix("~").removesuffix("~") for one in line.rstrip("\r\n").split("^")]
            if len(fields) >= FIELDS[path.name]:
                yield fields
            elif line.strip():
                brought.blame(f"{path.name}, line {number}", "too few fields")


def weights_of(folder: Path, brought: Brought) -> dict[str, dict[str, str]]:
    """Grams by what they weigh: {"1 cup, diced": "132"}."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for code, _place, amount, measure, grams, *_rest in lines(folder / WEIGHTS, brought):
        try:
            weight = f"{Decimal(grams).normalize():f}"
            found[code][f"{Decimal(amount).normalize():f} {plain_text(measure, 60)}"] = weight
        except InvalidOperation:
            brought.blame(WEIGHTS, f"no number in {code} {measure[:40]}")
    return found


def nutrients_of(folder: Path, brought: Brought) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for code, told in groupby(lines(folder / NUTRIENTS, brought), key=lambda line: line[0]):
        figures = found.setdefault(code, {})
        for _code, number, value, *_rest in told:
            if number in CODES:
                try:
                    figures[CODES[number]] = f"{Decimal(value).normalize():f}"
                except InvalidOperation:
                    brought.blame(NUTRIENTS, f"no number for {number} of {code}")
    return found
