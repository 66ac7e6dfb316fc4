"""An ingredient line says how much of what, and keeps beside it what else it says."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.units import UNITS
from recipes.parsing import Line, parse_line

AMOUNTS = "1 2 ½ 1/2 3/0 4-5 0 kg oz lb 2oz tins (400g) half a dozen x × 99999999999999 % to or plus few pinch"
WORDS = "chopped finely optional (optional) of juice flour large boneless , ; : . - – ( ) ** # /9oz ſ İ K ²"
BITS = [*AMOUNTS.split(), *WORDS.split()]


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "name", "note"),
    [
        ("2 x 400g tins chopped tomatoes", "2", "tin", "chopped tomatoes", "400g"),
        ("1 x 400g/14oz tin lentils, drained", "1", "tin", "lentils", "400g/14oz, drained"),
        ("1 (14 oz) can black beans, drained", "1", "tin", "black beans", "14 oz, drained"),
        ("One 28-ounce can plum tomatoes", "1", "tin", "plum tomatoes", "28-ounce"),
        ("400g tin diced tomatoes", "400", "g", "diced tomatoes", "tin"),
        ("1 1/2 cups (180 g) plain flour, sifted", "1.5", "cup", "plain flour", "180 g, sifted"),
        ("250g/9oz butter", "250", "g", "butter", "9oz"),
        ("700g/1lb 9oz beetroot, peeled", "700", "g", "beetroot", "1lb 9oz, peeled"),
        ("1 lb 8 oz trout", "1.5", "lb", "trout", ""),
        ("1 cup plus 2 tablespoons oat milk", "1.125", "cup", "oat milk", ""),
        ("juice of 1 lemon", "1", "", "lemon", "juice"),
        ("Zest and juice of 2 oranges", "2", "", "oranges", "Zest and juice"),
        ("a pinch of salt", "1", "pinch", "salt", ""),
        ("salt and pepper to taste", None, "", "salt and pepper", "to taste"),
        ("pinch of saffron", None, "pinch", "saffron", ""),
        ("a few sprigs of dill", None, "sprig", "dill", "a few"),
        ("small handful mint leaves", None, "handful", "mint leaves", "small"),
        ("3 thyme sprigs, leaves picked", "3", "sprig", "thyme", "leaves picked"),
        ("2 fat garlic cloves, sliced", "2", "clove", "garlic", "fat, sliced"),
        ("12 cloves", "12", "", "cloves", ""),
        ("5 whole cloves", "5", "", "whole cloves", ""),
        ("2 large eggs, beaten", "2", "", "eggs", "large, beaten"),
        ("6 cloves, or to taste", "6", "", "cloves", "or to taste"),
        ("11/2 cups cream", "1.5", "cup", "cream", ""),
        ("2 large or 3 small shallots, peeled", "2", "", "shallots", "large or 3 small, peeled"),
        ("A scant ¼ tsp salt", "0.25", "tsp", "salt", "A scant"),
        ('1 (3") piece ginger', "1", "", "ginger", '3"'),
        ("3 tbsp ½-inch cubes of feta", "3", "tbsp", "feta", "½-inch cubes of"),
        ("Garnish: 2 lemon slices", "2", "slice", "lemon", "Garnish"),
        ("½ a cucumber", "0.5", "", "cucumber", ""),
        ("½ tsp freshly ground black pepper", "0.5", "tsp", "black pepper", "freshly ground"),
        ("1 tsp ground cumin", "1", "tsp", "ground cumin", ""),
        ("500g minced beef", "500", "g", "minced beef", ""),
        ("2 tbsp finely chopped fresh chives", "2", "tbsp", "fresh chives", "finely chopped"),
        ("4 boneless, skinless chicken thighs", "4", "", "boneless, skinless chicken thighs", ""),
        ("1 litre chicken, beef or vegetable stock", "1", "l", "chicken, beef or vegetable stock", ""),
        ("1 onion or ½ leek, sliced", "1", "", "onion", "or ½ leek, sliced"),
        ("5cm/2in piece of ginger, grated", "5", "cm", "ginger", "2in, piece of, grated"),
        ("3 tbsp olive oil, plus extra to drizzle", "3", "tbsp", "olive oil", "plus extra to drizzle"),
        ("flour for dusting", None, "", "flour", "for dusting"),
        ("about 2 cups warm water", "2", "cup", "warm water", "about"),
        ("Scant ½ cup sugar", "0.5", "cup", "sugar", "Scant"),
        ("1 heaped tbsp harissa", "1", "tbsp", "harissa", "heaped"),
        ("Water 60 ml", "60", "ml", "Water", ""),
        ("Farine - 185 grammes", "185", "g", "Farine", ""),
        ("Oeufs - 2", "2", "", "Oeufs", ""),
        ("Garlic: 2 cloves, crushed", "2", "clove", "Garlic", "crushed"),
        ("1 teaspoon plus 1 tablespoon olive oil", "4", "tsp", "olive oil", ""),
        ("3 (packed) cups basil leaves", "3", "cup", "basil leaves", "packed"),
        ("two 1-pound 3-ounce cans chick-peas", "2", "tin", "chick-peas", "1-pound 3-ounce"),
        ("1 ½ tsp tsp ground coriander", "1.5", "tsp", "ground coriander", "tsp"),
        ("2 tablespoons or more vegetable oil", "2", "tbsp", "vegetable oil", "or more"),
        ("12 celery sticks, sliced", "12", "stick", "celery", "sliced"),
        ("1 recipe Samosa Pastry", "1", "", "Samosa Pastry", "recipe"),
        ("1/4 teaspoon plus pinch of cayenne pepper", "0.25", "tsp", "cayenne pepper", "plus pinch"),
        ("<b>1 cup</b> [dashi](/dashi)", "1", "cup", "dashi", ""),
        ("2 dozen mussels", "2", "dozen", "mussels", ""),
        ("- 3 T sesame oil", "3", "tbsp", "sesame oil", ""),
        ("2 EL Olivenöl", "2", "tbsp", "Olivenöl", ""),
        ("3 Zehen Knoblauch, gehackt", "3", "clove", "Knoblauch", "gehackt"),
        ("1 große Zwiebel", "1", "", "Zwiebel", "große"),
        ("20 dag twarogu", "20", "dag", "twarogu", ""),
        ("2 ząbki czosnku", "2", "clove", "czosnku", ""),
        ("pół pęczka koperku", "0.5", "bunch", "koperku", ""),
        ("1 kostka masła", "1", "block", "masła", ""),
        ("2 Knoblauchzehen", "2", "clove", "Knoblauch", ""),
        ("1 geh. EL Mehl", "1", "tbsp", "Mehl", "geh."),
        ("Saft einer halben Zitrone", "0.5", "", "Zitrone", "Saft"),
        ("100 g de gruyère râpé", "100", "g", "gruyère", "râpé"),
        ("4 filets de cabillaud", "4", "", "filets de cabillaud", ""),
        ("1 filet d'huile d'olive", "1", "splash", "huile d'olive", ""),
        ("2 feuilles de laurier", "2", "", "feuilles de laurier", ""),
        ("2 cuillères à soupe de miel", "2", "tbsp", "miel", ""),
        ("une pincée de sel", "1", "pinch", "sel", ""),
        ("2 cucharadas de aceite de oliva", "2", "tbsp", "aceite de oliva", ""),
        ("1/2 taza de arroz", "0.5", "cup", "arroz", ""),
    ],
)
def test_lines(text: str, quantity: str | None, unit: str, name: str, note: str) -> None:
    line = parse_line(text)
    assert line.quantity == (quantity and Decimal(quantity))
    assert (line.unit, line.name, line.note) == (unit, name, note)
    assert line == Line(text, line.quantity, None, unit, name, note, size=line.size)


@pytest.mark.parametrize(
    ("text", "size", "note"),
    [
        ("2 large onions, sliced", "large", "large, sliced"),
        ("3 extra-large eggs", "large", "extra-large"),
        ("4 small or medium carrots", "", "small or medium"),
        ("1 medium leek", "", "medium"),
        ("2 large or 3 small shallots", "large", "large or 3 small"),
        ("2 kleine Zwiebeln", "small", "kleine"),
        ("1 cebolla grande picada", "large", "grande picada"),
        ("2 large handfuls spinach", "", "large"),
        ("250 g small potatoes", "", "small"),
        ("1 onion, cut into large pieces", "", "cut into large pieces"),
    ],
)
def test_sizes(text: str, size: str, note: str) -> None:
    line = parse_line(text)
    assert (line.size, line.note) == (size, note)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "name"),
    [
        ("4-5 cloves garlic, finely chopped", "4", "5", "clove", "garlic"),
        ("1 to 2 tablespoons capers", "1", "2", "tbsp", "capers"),
        ("2 or 3 carrots", "2", "3", "", "carrots"),
        ("80g–100g rocket", "80", "100", "g", "rocket"),
        ("1½-2 cups stock", "1.5", "2", "cup", "stock"),
        ("800g-1kg/1lb 12oz-2lb 4oz squash", "800", "1000", "g", "squash"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str, name: str) -> None:
    line = parse_line(text)
    assert (line.quantity, line.quantity_max) == (Decimal(low), Decimal(high))
    assert (line.unit, line.name) == (unit, name)


@pytest.mark.parametrize(
    ("text", "name", "note"),
    [
        ("1 onion (about 150g), chopped (optional)", "onion", "about 150g, chopped"),
        ("2 tbsp capers, optional", "capers", ""),
        ("Optional: 1 tsp chilli flakes", "chilli flakes", ""),
    ],
)
def test_what_may_be_left_out(text: str, name: str, note: str) -> None:
    line = parse_line(text)
    assert (line.name, line.note, line.optional) == (name, note, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("For the sauce:", "For the sauce"),
        ("Topping:", "Topping"),
        ("## Dough", "Dough"),
        ("**To serve**", "To serve"),
        ("For the filling", "For the filling"),
    ],
)
def test_sections(text: str, name: str) -> None:
    assert parse_line(text) == Line(text, name=name, section=True)


@pytest.mark.parametrize(
    "text", ["olive oil", "7up", "sparkling water", "½", "2 kg", "(optional)", "...", "[]", "***", "* * *"]
)
def test_something_is_always_named(text: str) -> None:
    line = parse_line(text)
    assert line.name
    assert not line.section


@settings(derandomize=True, database=None, deadline=None, max_examples=200)
@given(st.text(max_size=200) | st.lists(st.sampled_from(BITS), max_size=12).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    line = parse_line(text)
    assert line.text == text
    assert line.name or not text.strip()
    assert line.unit == "" or line.unit in UNITS
    if line.quantity is not None and line.quantity_max is not None:
        assert line.quantity < line.quantity_max
