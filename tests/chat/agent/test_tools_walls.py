"""Every tool against nonsense, the things of strangers, and the role of whoever asks."""

import re
from pathlib import Path
from uuid import uuid4

import pytest

from accounts.doors import may
from accounts.models import Role
from chat.agent.changes import CHANGES
from chat.agent.editing import EDITS
from chat.agent.size import LARGE, is_large
from chat.agent.toolbox import TOOLS, Planned
from kitchen.errors import DomainError
from tests.chat.agent.tools import called
from tests.factories import HouseholdFactory, MemoryNoteFactory, RecipeFactory, StockItemFactory

pytestmark = pytest.mark.django_db

ROLES = Path(__file__).parents[3] / "docs" / "roles.md"
# What each tool needs, with things that are not there, are not one's own, or are no sense at all.
NONSENSE = {
    "find_stock": [{"words": "'; drop table"}, {"place": "the moon"}],
    "find_expiring": [{"days": -10_000}, {"days": 10**9}],
    "forecast_stock": [{"food": "\x00"}],
    "look_up_waste": [{"days": 10**9}],
    "look_up_shelf_life": [{"food": ""}],
    "add_stock": [{"text": ""}, {"text": "-5 kg rice"}],
    "use_stock": [{"food": ""}, {"lot": "STRANGE"}, {"food": "rice", "amount": "1e99"}],
    "waste_stock": [{"lot": "STRANGE"}, {"food": "rice", "reason": "!"}],
    "move_stock": [{"to": "Mars", "food": "rice"}, {"to": "fridge", "lot": "STRANGE"}],
    "correct_stock": [{"lot": "STRANGE", "amount": "1"}, {"lot": "rice", "amount": "NaN"}],
    "use_for_dish": [{"recipe": "STRANGE"}, {"recipe": "Pancakes", "servings": -1}],
    "convert_amount": [{"amount": "x", "to": "g"}, {"amount": "1 l", "to": "furlong"}],
    "find_substitutes": [{"food": "rice", "recipe": "STRANGE"}],
    "look_up_nutrition": [{"recipe": "STRANGE"}, {"food": "rice", "amount": "∞"}],
    "find_recipes": [{"words": "%" * 300}],
    "open_recipe": [{"recipe": "STRANGE"}, {"recipe": "Pancakes", "servings": 10**9}],
    "save_recipe": [
        {"name": "", "ingredients": ["1 egg"], "steps": []},
        {"name": "x", "ingredients": [], "steps": []},
        {"name": "x" * 5000, "ingredients": ["1 egg"], "steps": ["y"]},
        {"name": "x", "ingredients": ["1 egg"], "steps": [], "servings": 0},
        {"name": "x", "ingredients": ["1 egg"] * 5000, "steps": []},
    ],
    "import_recipe": [
        {"url": "file:///etc/passwd"},
        {"url": "javascript:alert(1)"},
        {"url": "http://user:pw@example.org/"},
        {"url": "http://example.org:22/x"},
        {"url": "soup"},
    ],
    "compare_recipes": [{"recipes": ["STRANGE", "STRANGE"]}],
    "find_cookable": [{"diet": "paleo"}, {"eaters": ["Nobody"]}, {"using": [""], "minutes": -4, "skip": -1}],
    "show_list": [{"name": "STRANGE"}],
    "add_to_list": [{"items": []}, {"items": ["milk"], "list_name": "STRANGE"}],
    "add_missing_to_list": [{"recipe": "STRANGE"}],
    "tick_on_list": [{"items": ["STRANGE"]}],
    "remove_from_list": [{"items": []}],
    "find_eaters": [{"name": "STRANGE"}],
    "look_up_safety": [{"what": ""}],
    "remember": [{"text": "   "}, {"text": "x" * 301}],
    "forget": [{"note": "STRANGE"}, {"note": ""}],
    "show_notes": [],
    "split_bill": [{"total": "NaN"}, {"total": "10", "people": ["STRANGE"]}],
    "settle_up": [{"payer": "STRANGE", "payee": "Bob", "amount": "1"}],
    "show_balance": [],
}


def test_every_tool_is_tried_here():
    assert set(NONSENSE) == {name for name, _entry in TOOLS}


@pytest.mark.parametrize("tool", sorted(NONSENSE))
def test_nonsense_is_refused_in_one_sentence_or_found_nothing(tool, shelves, dishes, bob):
    for arguments in NONSENSE[tool]:
        strange = str(uuid4())
        plain = {
            name: [strange if one == "STRANGE" else one for one in value]
            if isinstance(value, list)
            else strange
            if value == "STRANGE"
            else value
            for name, value in arguments.items()
        }
        answer = said_to(shelves, bob, tool, plain)
        if isinstance(answer, str):
            assert "\n" not in answer
        else:
            assert "STRANGE" not in str(arguments)
            assert not isinstance(answer, Planned) or answer.effect


def said_to(household, person, tool, arguments):
    """What it answers, or the sentence with which it refuses; arguments that are left out come after the door."""
    try:
        return called(household, person, tool, **arguments)
    except DomainError as refusal:
        return str(refusal)
    except TypeError:
        return "what it needs was left out"


def test_the_lots_and_recipes_of_others_are_not_there(shelves, dishes, bob, other_household_things):
    for tool, arguments in other_household_things.items():
        with pytest.raises(DomainError):
            called(shelves, bob, tool, **arguments)


@pytest.fixture
def other_household_things(db):
    other = HouseholdFactory()
    lot, dish = StockItemFactory(household=other), RecipeFactory(household=other)
    note = MemoryNoteFactory(household=other)
    return {
        "use_stock": {"lot": str(lot.pk)},
        "waste_stock": {"lot": str(lot.pk)},
        "move_stock": {"lot": str(lot.pk), "to": "fridge"},
        "correct_stock": {"lot": str(lot.pk), "amount": "1"},
        "open_recipe": {"recipe": str(dish.pk)},
        "use_for_dish": {"recipe": str(dish.pk)},
        "look_up_nutrition": {"recipe": str(dish.pk)},
        "add_missing_to_list": {"recipe": str(dish.pk)},
        "forget": {"note": str(note.pk)},
    }


def test_a_guest_can_by_the_assistant_what_a_guest_can_by_hand(shelves, dishes, guest):
    """The door of each tool is a page of docs/roles.md, and opens for whom it opens there."""
    table = {
        name: cells.split("|") for name, cells in re.findall(r"^\| (\S+) \|(.+)\|$", ROLES.read_text(), re.MULTILINE)
    }
    for name, entry in TOOLS:
        assert entry.door in table, name
        allowed = table[entry.door][-1].strip() != "no"
        assert may(Role.GUEST, entry.door) is allowed, name
        arguments = next((one for one in NONSENSE[name] if "STRANGE" not in str(one)), {})
        refused = said_to(shelves, guest, name, arguments) == "Your role in this household does not allow this."
        assert refused is not allowed, name


def test_every_change_has_a_size_and_what_nobody_knows_is_large():
    assert set(CHANGES) <= set(LARGE)
    assert set(EDITS) <= set(CHANGES)
    assert is_large("drop_tables", {})
    assert is_large("use_stock", {})
    assert not is_large("use_stock", {"lots": [{}] * 5})
    assert is_large("use_stock", {"lots": [{}] * 6})
    assert is_large("add_stock", {"lots": [{"price": "50.01"}]})
    assert not is_large("add_stock", {"lots": [{"price": "50"}, {"price": None}]})
    assert is_large("remove_from_list", {"items": ["a"] * 4})
    assert not is_large("remove_from_list", {"items": ["a"] * 3})
