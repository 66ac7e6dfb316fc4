"""recipes:recipe.create: a whole recipe that somebody pastes is told apart into the form."""

from typing import Any

from accounts.models import Household, User
from kitchen.ids import new_id
from recipes.models import Recipe
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.recipes.test_recipe_edit import shown

WHOLE = """Nettle soup

Serves 4

Ingredients
- 200 g nettles
- 1 onion
- 1 l vegetable stock

Method
1. Soften the onion slowly.
2. Boil it all for ten minutes.
"""
BARE = """Toast
2 slices bread
butter
Toast the bread on both sides until it is quite brown, and butter it while it is hot.
"""


def spread(household: Household, client: Any, text: str, **typed: Any) -> dict[str, Any]:
    sent = {"id": new_id(), "pasted": text, "spread": "1", **typed}
    answer = client.post(f"/h/{household.code}/recipes/new/", sent)
    assert answer.status_code == 200
    return shown(answer.content.decode()) | {"sent": str(sent["id"])}


def test_a_whole_recipe_becomes_the_form(household: Household, alice: User, client_of: ClientOf) -> None:
    form = spread(household, client_of(alice), WHOLE)
    assert (form["name"], form["servings"], form["pasted"]) == ("Nettle soup", "4", "")
    assert form["ingredients"] == "200 g nettles\n1 onion\n1 l vegetable stock"
    assert form["steps"] == "Soften the onion slowly.\n\nBoil it all for ten minutes."
    assert form["id"] == form["sent"]
    with as_owner():
        assert not Recipe.objects.exists()


def test_what_was_typed_stays_and_lists_grow(household: Household, alice: User, client_of: ClientOf) -> None:
    form = spread(household, client_of(alice), WHOLE, name="My soup", ingredients="salt")
    assert form["name"] == "My soup"
    assert form["ingredients"].splitlines() == ["salt", "", "200 g nettles", "1 onion", "1 l vegetable stock"]


def test_lines_without_headings_are_told_apart(household: Household, alice: User, client_of: ClientOf) -> None:
    form = spread(household, client_of(alice), BARE)
    assert (form["name"], form["ingredients"]) == ("Toast", "2 slices bread\nbutter")
    assert form["steps"].startswith("Toast the bread on both sides")


def test_anything_at_all_can_be_pasted(household: Household, alice: User, client_of: ClientOf) -> None:
    for text in ("", "x", "\x00<script>alert(1)</script>", "{" * 300, "x " * 20_000):
        spread(household, client_of(alice), text)
