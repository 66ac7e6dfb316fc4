"""The boxes of the form: what people type, as parts and lines, and back."""

import pytest

from recipes.importers import Section
from recipes.sections import read_ingredients, read_steps, write_ingredients, write_steps


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("\n\n \n", []),
        ("rice\n\n salt \n", [("", ["rice", "salt"])]),
        ("For the sauce:\r\n1 onion", [("For the sauce", ["1 onion"])]),
        ("rice\nFor the sauce:\n1 onion\n\nFor the top:\nparsley", [
            ("", ["rice"]), ("For the sauce", ["1 onion"]), ("For the top", ["parsley"]),
        ]),
        ("Nothing below:\n", []),
    ],
)  # fmt: skip
def test_ingredients(text: str, parts: list[tuple[str, list[str]]]) -> None:
    sections = read_ingredients(text)
    assert [(one.name, one.lines) for one in sections] == parts
    assert read_ingredients(write_ingredients(sections)) == sections


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("Boil.", [("", ["Boil."])]),
        ("1. Boil.\n2. Stir.", [("", ["Boil.", "Stir."])]),
        ("Boil\nlong.\n\nStir.", [("", ["Boil long.", "Stir."])]),
        ("Sauce:\nStir.\n\nWait.", [("Sauce", ["Stir.", "Wait."])]),
        ("Boil.\nSauce:\nStir.", [("", ["Boil."]), ("Sauce", ["Stir."])]),
        ("Boil for 1.5 hours, then: stir.", [("", ["Boil for 1.5 hours, then: stir."])]),
        ("2.5 hours later, serve.", [("", ["2.5 hours later, serve."])]),
    ],
)
def test_steps(text: str, parts: list[tuple[str, list[str]]]) -> None:
    sections = read_steps(text)
    assert [(one.name, one.lines) for one in sections] == parts
    assert read_steps(write_steps(sections)) == sections


def test_one_long_step_stays_one() -> None:
    steps = [Section("", ["Boil.", "Stir."]), Section("Sauce", ["Wait."])]
    assert read_steps(write_steps(steps)) == steps
