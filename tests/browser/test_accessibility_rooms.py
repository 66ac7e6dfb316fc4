"""axe-core on the rooms of the demo household, in both themes: shelves, dishes, a list, conversations, all filled."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from accounts.models import Household, User
from chat.models import Conversation
from kitchen.home.demo import ALICE, LINDEN
from pantry.models import StockItem
from recipes.models import Recipe
from shopping.models import Expense, ShoppingList
from tests.browser.conftest import ROOT, SignedIn
from tests.database import as_owner

PATIENCE = 180  # seconds
SIZES = {"light": {"width": 390, "height": 844}, "dark": {"width": 1280, "height": 800}}
WITHOUT_ID = ("home:today", "home:tonight", "pantry:home", "recipes:recipe.create", "recipes:recipe_import.create")


def addresses(home: Household) -> list[str]:
    """Every filled page of the rooms that one looks at."""
    dish = Recipe.objects.get(household=home, name="Lasagne")
    lot, kept = StockItem.objects.filter(household=home)[0], ShoppingList.objects.get(household=home)
    bill, talks = Expense.objects.get(household=home), Conversation.objects.filter(household=home)
    with_id = [
        ("pantry:stock.show", lot.pk),
        ("pantry:stock.use", lot.pk),
        ("recipes:recipe.show", dish.pk),
        ("recipes:recipe.edit", dish.pk),
        ("recipes:cooking.show", dish.pk),
        ("recipes:cooking.create", dish.pk),
        ("shopping:list.show", kept.pk),
        ("shopping:need.create", dish.pk),
        ("shopping:put_away.create", kept.pk),
        ("shopping:expense.show", bill.pk),
        *(("chat:conversation.show", talk.pk) for talk in talks),
    ]
    plain = [reverse(name, kwargs={"code": home.code}) for name in WITHOUT_ID]
    return plain + [reverse(name, kwargs={"code": home.code, "id": id}) for name, id in with_id]


def seed() -> None:
    """By the command: Playwright's event loop runs in this thread, where no answer can be waited for."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "kitchen.settings"}
    env.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    subprocess.run([sys.executable, "manage.py", "seed_demo"], cwd=ROOT, env=env, check=True, timeout=PATIENCE)


@pytest.mark.parametrize("theme", SIZES)
def test_the_filled_rooms_are_open_to_everybody(
    signed_in: SignedIn, axe_finds_nothing: Callable[[Page], None], theme: str
) -> None:
    seed()
    with as_owner():
        alice, home = User.objects.get(email=ALICE), Household.objects.get(name=LINDEN)
        pages = addresses(home)
    page = signed_in(alice, viewport=SIZES[theme], color_scheme=theme)
    problems = []
    for url in pages:
        page.goto(url)
        page.wait_for_load_state("networkidle")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            problems.append(f"{url}: wider than the screen")
        try:
            axe_finds_nothing(page)
        except AssertionError as error:
            problems.append(f"{url}: {error}")
    assert not problems, "\n".join(problems)
