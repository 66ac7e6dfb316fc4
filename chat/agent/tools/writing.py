"""The cook's pen: writing a recipe down, and bringing one in from a page. Each only proposes."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chat.agent.applying import recipes
from chat.agent.deps import Kitchen
from chat.agent.edible import is_poison
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Effect, Planned, tool
from kitchen.errors import DomainError
from kitchen.ids import new_id
from recipes.incoming import address_in, from_addresses
from recipes.parsing import parse_line
from recipes.sources import host_of

AGENT = "recipes"
MOST_SERVINGS, MOST_MINUTES = 1000, 10_000


@tool(AGENT, gettext_lazy("Writing the recipe down"), "recipes:recipe.create")
def save_recipe(
    kitchen: Kitchen,
    name: str,
    ingredients: list[str],
    steps: list[str],
    servings: float | None = None,
    minutes: int | None = None,
) -> Planned:
    """Propose to keep a recipe among the household's own.

    Args:
        name: of the dish.
        ingredients: one line each, such as "200 g spinach, chopped".
        steps: one each, in their order.
        servings: for how many the amounts are.
        minutes: how long it takes.

    """
    if servings is not None and not 0 < servings <= MOST_SERVINGS:
        raise DomainError(_("A recipe is for somebody: more than nothing, at most 1000."))
    if not any(line.strip() for line in ingredients):
        raise DomainError(_("Say what goes into it: one ingredient a line."))
    for line in ingredients:
        if is_poison(called := parse_line(line).name):
            raise DomainError(_("“%(name)s” is nothing to eat: it is not cooked with.") % {"name": called})
    arguments: dict[str, Any] = {
        "id": str(new_id()),
        "name": name,
        "ingredients": [line for line in ingredients if line.strip()],
        "steps": [line for line in steps if line.strip()],
        "servings": "" if servings is None else f"{Decimal(str(servings)):f}",
        "minutes": None if minutes is None else max(0, min(minutes, MOST_MINUTES)),
    }
    rehearsed(lambda: recipes.save(kitchen, arguments))
    return Planned(arguments, _written(arguments), _("I keep this recipe, if you agree."))


def number_said(text: str, name: str) -> float | None:
    """Of a form; refused at its own field."""
    if not text:
        return None
    try:
        found = float(text.replace(",", "."))
    except ValueError as error:
        raise DomainError(_("Write a number."), field=name) from error
    if not 0 < found <= MOST_MINUTES:
        raise DomainError(_("Write a number."), field=name)
    return found


def _written(arguments: dict[str, Any]) -> Effect:
    count = len(arguments["steps"])
    where = ngettext("%(count)d step", "%(count)d steps", count) % {"count": count}
    if arguments["minutes"]:
        minutes = ngettext("%(count)d minute", "%(count)d minutes", arguments["minutes"])
        where = f"{where}, {minutes % {'count': arguments['minutes']}}"
    amount = _("for %(servings)s") % {"servings": arguments["servings"]} if arguments["servings"] else ""
    head = {"emoji": "📖", "name": arguments["name"], "amount": amount, "where": where}
    return [head, *({"emoji": "·", "name": line} for line in arguments["ingredients"])]


@tool(AGENT, gettext_lazy("Looking at the address"), "recipes:recipe_import.create")
def import_recipe(kitchen: Kitchen, url: str) -> Planned:
    """Propose to bring in a recipe from a page. Nothing is fetched before somebody agrees.

    Args:
        url: the address of the page, such as "https://example.org/soup".

    """
    address = address_in(url.strip())
    if not address:
        raise DomainError(_("“%(text)s” is not the address of a page.") % {"text": url[:80]})
    from_addresses([address])
    arguments = {"operation": str(new_id()), "url": address}
    rehearsed(lambda: recipes.bring(kitchen, arguments))
    effect = [{"emoji": "🌐", "name": host_of(address), "where": address[:200]}]
    return Planned(arguments, effect, _("I fetch this page and keep its recipe, if you agree."))
