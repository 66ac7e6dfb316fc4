"""The text of a step for its reader: scaled, in their units, with what was written beside it."""

from decimal import Decimal

import pytest

from recipes.models import RecipeIngredient
from recipes.queries.step_needs import StepNeeds
from recipes.queries.step_words import Telling


def told(text: str, factor: str = "1", system: str = "metric") -> str:
    """What is shown, with what was written in brackets."""
    pieces = Telling(Decimal(factor), system).pieces(text)
    assert "".join(piece.written or piece.text for piece in pieces) == text
    return "".join(f"{piece.text}[{piece.written}]" if piece.written else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "metric", "us"),
    [
        ("Bake at 350°F.", "Bake at 175 °C[350°F].", "Bake at 350°F."),
        ("Bake at 180 °C now", "Bake at 180 °C now", "Bake at 355 °F[180 °C] now"),
        ("at 180C/350F/gas 4", "at 180C/350F/gas 4", "at 180C/350F/gas 4"),
        ("at gas mark 6 for", "at 200 °C[gas mark 6] for", "at 390 °F[gas mark 6] for"),
        ("until it reads 165 degrees F inside", "until it reads 74 °C[165 degrees F] inside", None),
        ("Pour in 200 ml stock", "Pour in 200 ml stock", "Pour in 0.85 cup[200 ml] stock"),
        ("Cut 2-inch pieces", "Cut 5 cm[2-inch] pieces", "Cut 2-inch pieces"),
        ("Add 225 g (8 oz) of it", "Add 225 g (8 oz) of it", "Add 225 g (8 oz) of it"),
        ("Add 2 tbsp oil", "Add 2 tbsp oil", "Add 2 tbsp oil"),
        ("Whisk.", "Whisk.", "Whisk."),
    ],
)
def test_units_are_the_readers(text: str, metric: str, us: str | None) -> None:
    assert told(text) == metric
    if us:
        assert told(text, system="us") == us


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Add 100 g butter", "Add 200 g[100 g] butter"),
        ("Add 225 g (8 oz) of it", "Add 450 g[225 g] (16 oz[8 oz]) of it"),
        ("Cut into 2 cm pieces, 10 minutes at 180 °C", "Cut into 2 cm pieces, 10 minutes at 180 °C"),
    ],
)
def test_amounts_grow_and_sizes_times_and_heat_do_not(text: str, said: str) -> None:
    assert told(text, "2") == said


def test_times_are_found() -> None:
    pieces = Telling().pieces("Fry 10-12 minutes, then braise 1 hour.")
    assert [(piece.text, piece.seconds) for piece in pieces if piece.seconds] == [
        ("10-12 minutes", 600),
        ("1 hour", 3600),
    ]


def needs(text: str, *names: str, section: str = "") -> list[str]:
    lines = [name.rpartition(":") for name in names]
    rows = [RecipeIngredient(name_key=name, section=part) for part, _colon, name in lines]
    return [names[at] for at in StepNeeds(rows).of(text, section)]


def test_a_step_names_its_ingredients() -> None:
    everything = ("chicken thigh", "chicken stock", "olive oil", "red onion", "plain flour", "rice flour", "garlic")
    assert needs("Fry the chicken in the oil.", *everything) == ["chicken thigh", "olive oil"]
    assert needs("Add the stock and the onions.", *everything) == ["chicken stock", "red onion"]
    assert needs("Stir in the rice flour.", *everything) == ["rice flour"]
    assert needs("Let it rest in a warm place.", *everything) == []
    assert needs("Beat the sugar.", "dough:sugar", "icing:sugar", section="icing") == ["icing:sugar"]
