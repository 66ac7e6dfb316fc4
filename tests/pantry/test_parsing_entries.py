"""One typed line says what came, how much, where it lies and how long it keeps."""

from datetime import date
from decimal import Decimal

import pytest

from kitchen.units import Quantity
from pantry.parsing import Entry, parse_entries

# A Tuesday.
TODAY = date(2026, 3, 10)


def one(text: str, places: dict[str, str] | None = None) -> Entry:
    entries = parse_entries(text, today=TODAY, places=places)
    assert len(entries) == 1, entries
    return entries[0]


def told(quantity: Quantity | None) -> str:
    return f"{quantity.amount.normalize():f} {quantity.unit}" if quantity else ""


def test_the_whole_line() -> None:
    entry = one("2 l milk fridge friday")
    assert entry == Entry(
        text="2 l milk fridge friday",
        name="milk",
        quantity=Quantity(Decimal(2), "l"),
        storage="fridge",
        use_by=date(2026, 3, 13),
        date_kind="use_by",
    )


@pytest.mark.parametrize(
    ("text", "name", "quantity", "pack"),
    [
        ("4x 400g chopped tomatoes", "chopped tomatoes", "1600 g", "400 g"),
        ("4 x 400 g tins chopped tomatoes", "chopped tomatoes", "1600 g", "400 g"),
        ("milk 2l", "milk", "2 l", ""),
        ("6 eggs", "eggs", "6 piece", ""),
        ("eggs 6", "eggs", "6 piece", ""),
        ("eggs (6)", "eggs", "6 piece", ""),
        ("a dozen eggs", "eggs", "12 piece", ""),
        ("2 dozen eggs", "eggs", "24 piece", ""),
        ("half an onion", "onion", "0.5 piece", ""),
        ("half a kilo of mince", "mince", "0.5 kg", ""),
        ("1,5 l milk", "milk", "1.5 l", ""),
        ("2 tins tuna (80 g)", "tuna", "160 g", "80 g"),
        ("tuna 2 tins (80 g)", "tuna", "160 g", "80 g"),
        ("2 tins of 80g tuna", "tuna", "160 g", "80 g"),
        ("ginger ale 6 x 250 ml", "ginger ale", "1500 ml", "250 ml"),
        ("quark 500 g x 3", "quark", "1500 g", "500 g"),
        ("milk x2", "milk", "2 piece", ""),
        ("400g tin lentils", "lentils", "400 g", "400 g"),
        ("2 large bunches parsley", "parsley", "2 bunch", ""),
        ("3 cloves", "cloves", "3 piece", ""),
        ("garlic 3 cloves", "garlic", "3 clove", ""),
        ("10 bottles cider", "cider", "10 bottle", ""),
        ("1.500 g flour", "flour", "1500 g", ""),
        ("1 000 g flour", "flour", "1000 g", ""),
        ("1,500 kg flour", "flour", "1.5 kg", ""),
        ("2 400g tins beans", "beans", "800 g", "400 g"),
        ("6er Eier", "Eier", "6 piece", ""),
        ("2 6-packs of 330ml cola", "cola", "3960 ml", "330 ml"),
        ("pack of 6 eggs", "eggs", "6 piece", ""),
        ("pack of 400 g ham", "ham", "400 g", ""),
        ("a sourdough loaf 800 g", "sourdough loaf", "800 g", ""),
        ("half fat milk 1 l", "half fat milk", "1 l", ""),
        ("five spice 40 g", "five spice", "40 g", ""),
        ("une douzaine d'œufs", "œufs", "12 piece", ""),
        ("pół kilo mąki", "mąki", "0.5 kg", ""),
        ("milk - 2 l", "milk", "2 l", ""),
        ("milk 2l (organic)", "milk (organic)", "2 l", ""),
        ("milk 1,5 % 1l", "milk 1,5 %", "1 l", ""),
        ("500g Mehl", "Mehl", "500 g", ""),
        ("2 łyżki masła", "masła", "2 tbsp", ""),
        ("200 ml de crème", "crème", "200 ml", ""),
        ("2 latas de atún", "atún", "2 tin", ""),
    ],
)
def test_amounts(text: str, name: str, quantity: str, pack: str) -> None:
    entry = one(text)
    assert (entry.name, told(entry.quantity), told(entry.pack), entry.wrong) == (name, quantity, pack, "")


@pytest.mark.parametrize(
    ("text", "name", "rough", "pack"),
    [
        ("some rice", "rice", "some", ""),
        ("a few radishes", "radishes", "some", ""),
        ("half a jar of pesto", "pesto", "half", "1 jar"),
        ("half basmati rice", "basmati rice", "half", ""),
        ("half the leek", "leek", "half", ""),
        ("pesto half full", "pesto", "half", ""),
        ("a little flour", "flour", "little", ""),
        ("salt almost empty", "salt", "little", ""),
        ("etwas Reis", "Reis", "some", ""),
    ],
)
def test_rough_amounts(text: str, name: str, rough: str, pack: str) -> None:
    entry = one(text)
    assert (entry.name, entry.rough, told(entry.pack), entry.quantity) == (name, rough, pack, None)


@pytest.mark.parametrize(
    "name",
    [
        "milk",
        "sun-dried tomatoes",
        "sun dried tomatoes",
        "flour type 405",
        "omega 3",
        "7up",
        "little gem lettuce",
        "freezer bags",
        "Good Friday buns",
        "4006381333931",
        "salt & vinegar crisps",
        "bread best",
        "may",
    ],
)
def test_names_are_left_alone(name: str) -> None:
    assert one(name) == Entry(text=name, name=name)


def test_a_mars_bar_is_no_day_in_march() -> None:
    assert (one("2 Mars bars").name, one("2 Mars bars").use_by) == ("Mars bars", None)


@pytest.mark.parametrize(
    ("text", "name", "storage"),
    [
        ("spinach 200g in the freezer", "spinach", "freezer"),
        ("freezer: peas", "peas", "freezer"),
        ("rice (pantry)", "rice", "pantry"),
        ("Tomaten im Kühlschrank", "Tomaten", "fridge"),
        ("masło w lodówce", "masło", "fridge"),
        ("beurre au frigo", "beurre", "fridge"),
        ("leche en la nevera", "leche", "fridge"),
    ],
)
def test_where_it_lies(text: str, name: str, storage: str) -> None:
    assert (one(text).name, one(text).storage) == (name, storage)


def test_a_place_of_the_household_goes_by_its_name() -> None:
    entry = one("plums garage shelf", {"Garage shelf": "pantry", "Chest": "freezer"})
    assert (entry.name, entry.place, entry.storage) == ("plums", "Garage shelf", "pantry")
    other = one("plums chest", {"7": "Chest"})
    assert (other.name, other.place, other.storage) == ("plums", "7", "")


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("pesto opened", "2026-03-10"),
        ("opened pesto", "2026-03-10"),
        ("pesto (opened yesterday)", "2026-03-09"),
        ("pesto, opened 3 days ago", "2026-03-07"),
        ("pesto angebrochen", "2026-03-10"),
        ("an open jar of pesto", "2026-03-10"),
    ],
)
def test_what_has_been_opened(text: str, opened: str) -> None:
    assert (one(text).name, one(text).opened) == ("pesto", date.fromisoformat(opened))


def test_what_is_frozen_lies_in_the_freezer() -> None:
    entry = one("chicken 500 g frozen")
    assert (entry.name, entry.storage, told(entry.quantity)) == ("chicken frozen", "freezer", "500 g")
    assert one("frozen peas").storage == ""


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("Heinz ketchup 500 ml", "Heinz"),
        ("2 Barilla spaghetti n.5", "Barilla"),
        ("butter (Lurpak)", "Lurpak"),
        ("Yummo® hummus", "Yummo"),
        ("mature cheddar", ""),
    ],
)
def test_a_brand_is_seen_and_stays_in_the_name(text: str, brand: str) -> None:
    assert one(text).brand == brand
    assert brand in one(text).name


@pytest.mark.parametrize("text", ["1e99 eggs", "eggs 1e99", "99999999999999999 eggs", "1/0 milk", "10000000 kg salt"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    assert one(text).wrong.endswith(".")
    assert one(text).text == text


@pytest.mark.parametrize(
    "text", ["0 eggs", "-2 milk", "fish -1 kg", "99999999 g rice", "milk exp 31 February", "2 l", "fridge", "x" * 301]
)
def test_what_cannot_be_is_refused_and_kept_as_typed(text: str) -> None:
    entry = one(text)
    assert entry.wrong.endswith(".")
    assert entry.text == text
