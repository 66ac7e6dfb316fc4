"""Names as people write them lead to their foods; what looks alike and is not is offered at most."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from pantry.catalogue import foods
from pantry.matching import THRESHOLD, match
from pantry.matching.brands import FILE
from tests.pantry.names import meant, traps

# Of a hundred names that people write, so many are to be understood, and so few taken for another food.
RIGHT, WRONG = 0.95, 0.02
TYPED = Path(__file__).with_name("names_typed.tsv")


def named(text: str) -> str | None:
    found = match(text)
    return found.food.name if found.food else None


def test_names_lead_to_their_foods() -> None:
    wrong = {name: named(name) for name, food in meant() if named(name) != food}
    assert len(meant()) >= 150
    assert len(wrong) <= (1 - RIGHT) * len(meant()), wrong


def test_names_of_shops_tills_and_recipes() -> None:
    """Brands, preparations, slips, words of both sides of the ocean, and what is no food ("-")."""
    typed = [line.split("\t") for line in TYPED.read_text(encoding="utf-8").splitlines()]
    missed = {name: (named(name), food) for name, food in typed if (named(name) or "-") != food}
    wrong = {name: found for name, found in missed.items() if found[0]}
    assert len(typed) >= 700
    assert len(missed) <= (1 - RIGHT) * len(typed), missed
    assert len(wrong) <= WRONG * len(typed), wrong


def test_brands_stand_for_foods_of_the_catalogue() -> None:
    lines = FILE.read_text(encoding="utf-8").partition("[many]")[0].splitlines()
    told = {line.partition(":")[0] for line in lines if ":" in line and not line.startswith("#")}
    assert told <= {one.name for one in foods()}


@pytest.mark.parametrize(
    ("name", "food"),
    [
        ("Nutella", "chocolate spread"),
        ("Walkers cheese & onion", "crisps"),
        ("Lurpak slightly salted", "butter"),
        ("Hellmann's ketchup", "tomato ketchup"),
        ("Lyle's black treacle", "treacle"),
        ("Cadbury hot chocolate", "hot chocolate"),
        ("ketchup (Heinz)", "tomato ketchup"),
        ("Tesco shampoo", None),
        ("Tesco", None),
    ],
)
def test_a_brand_and_what_is_said_with_it(name: str, food: str | None) -> None:
    assert named(name) == food


@pytest.mark.parametrize(
    ("name", "food"),
    [
        ("Mehl", "plain flour"),
        ("Hähnchenbrust", "chicken breast"),
        ("ziemniaki", "potato"),
        ("śmietana", "soured cream"),
        ("pommes de terre", "potato"),
        ("jambon", "ham"),
        ("patatas", "potato"),
        ("pain", None),
        ("weiche Butter", "butter"),
        ("cebolla grande", "onion"),
        ("gruyère râpé", "gruyere"),
        ("świeżych drożdży", "yeast"),
        ("jaunes d'œufs", "egg"),
    ],
)
def test_common_words_of_four_other_languages(name: str, food: str | None) -> None:
    assert named(name) == food


def test_names_of_the_list_are_foods() -> None:
    known = {one.name for one in foods()}
    assert {food for _name, food in meant()} <= known
    assert set.union(*(wrong for _name, wrong in traps())) <= known


@pytest.mark.parametrize(("name", "wrong"), traps(), ids=lambda one: one if isinstance(one, str) else "")
def test_what_only_looks_like_a_food_is_not_taken_for_it(name: str, wrong: set[str]) -> None:
    assert named(name) not in wrong


@pytest.mark.parametrize("name", ["gluten-free crumpets", "hemp milk", "washing powder", "bear", "apple corer"])
def test_what_is_unknown_has_no_food(name: str) -> None:
    assert match(name).food is None
    assert match(name).confidence == 0


@pytest.mark.parametrize(
    ("name", "food"),
    [
        ("red-skinned sweet potatoes", "sweet potato"),
        ("bourbon or blended whiskey", "whisky"),
        ("vanilla cake mix", "cake mix"),
        ("mild-flavored molasses", "treacle"),
        ("banana leaves", None),
        ("lime leaves", "lime leaf"),
        ("chicken fat", None),
        ("French fried onions", "crispy onions"),
    ],
)
def test_words_of_recipes(name: str, food: str | None) -> None:
    assert named(name) == food


def test_every_word_of_the_catalogue_leads_to_its_food() -> None:
    lost = {word: named(word) for one in foods() for word in one.names if match(word).food is not one}
    assert lost == {}


def test_one_pepper_is_a_spice_and_several_are_vegetables() -> None:
    assert named("pepper") == "black pepper"
    assert named("peppers") == named("2 large peppers, sliced") == named("red pepper") == "bell pepper"


def test_a_slip_of_spelling_is_less_certain() -> None:
    assert THRESHOLD <= match("cauliflowr").confidence < match("cauliflower").confidence == 1


def test_of_two_foods_the_first_is_taken_and_the_second_offered() -> None:
    found = match("butter or margarine")
    assert found.food is not None
    assert (found.food.name, found.alternatives[0][0].name) == ("butter", "margarine")
    assert THRESHOLD <= found.confidence < 0.9


def test_two_foods_that_share_a_noun() -> None:
    assert named("chicken or vegetable stock") == "chicken stock"
    assert named("lemon or lime juice") == "lemon juice"
    assert named("rice or rice noodles") == "rice"


def test_what_is_not_certain_is_offered() -> None:
    found = match("Ogleshield cheese")
    assert found.food is None
    assert found.alternatives[0][0].name == "cheese"
    assert all(confidence < THRESHOLD for _food, confidence in found.alternatives)


@given(st.text(max_size=80))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    found = match(text)
    assert 0 <= found.confidence <= 1
    assert (found.food is None) == (found.confidence < THRESHOLD)


def test_the_command_tells_people_and_machines(tmp_path: object) -> None:
    names = tmp_path / "names.txt"  # type: ignore[operator]
    names.write_text("Courgettes\n\nsprocket\n", encoding="utf-8")
    said = io.StringIO()
    call_command("match_foods", str(names), "--json", stdout=said)
    courgette, sprocket = map(json.loads, said.getvalue().splitlines())
    assert (courgette["text"], courgette["food"], courgette["confidence"]) == ("Courgettes", "courgette", 1)
    assert isinstance(courgette["alternatives"], list)
    assert (sprocket["food"], sprocket["confidence"]) == (None, 0)
    call_command("match_foods", str(names), stdout=said)
    assert "Courgettes -> courgette" in said.getvalue()
