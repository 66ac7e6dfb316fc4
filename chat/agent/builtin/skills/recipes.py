"""The cook's book: a recipe, what it lacks, and which there are."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chat.agent.builtin.skills.cooking import SHOWN, dishes, head, none_at_all
from chat.agent.builtin.skills.phrases import bold, either, lines, listed, options, plain
from chat.agent.builtin.understanding.following import ORDER
from chat.agent.builtin.wish import Ask, Call, Here, Memory, Option, Reply, Result, Skill, Wish


def open_recipe(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """The ingredients with what is missing of them; the steps are a tap away."""
    name = dish_named(wish, memory)
    if not name:
        return Reply(_("Which dish do you mean?"))
    found: Result = yield Call("open_recipe", {"recipe": name, **servings_of(wish, memory)})
    if found.refused:
        return (yield from choose_recipe(found, wish, name))
    if times := wish.get("times"):
        found = yield Call("open_recipe", {"recipe": found.get("recipe")["id"], "servings": scaled(found, times)})
    recipe = found.get("recipe")
    option = Option("recipe", recipe["id"], recipe["name"])
    texts = [
        _("%(name)s for %(people)s:") % {"name": bold(recipe["name"]), "people": recipe["for"]},
        lines([ingredient(line) for line in recipe["ingredients"]]),
    ]
    if recipe["suits"]:
        texts.append(_("Mind: %(allergens)s.") % {"allergens": plain("; ".join(recipe["suits"]))})
    texts.append(_lack(recipe["ingredients"]))
    ask = Ask(to_list(option, wish, memory)) if _missing(recipe["ingredients"]) else None
    return Reply("\n\n".join(texts), ask=ask, recipe=option)


def scaled(found: Result, times: float) -> float:
    """So many times what is shown, at least one."""
    return max(1.0, round(float(found.get("recipe")["servings"]) * times, 1))


def dish_named(wish: Wish, memory: Memory) -> str:
    """The dish that was named, or pointed at ("the first one"), else the one that was spoken of."""
    name = str(wish.get("recipe"))
    dishes = [option for option in memory.options if option.kind == "recipe"]
    at = ORDER.get(name.casefold().removesuffix("'s").removesuffix(" one").removesuffix(" dish"))
    if at is not None and -len(dishes) <= at < len(dishes):
        return dishes[at].id
    return name or (memory.recipe.id if memory.recipe else "")


def servings_of(wish: Wish, memory: Memory) -> dict[str, Any]:
    """For how many: as was said, or before, where the same dish is spoken of."""
    before = memory.wish.get("servings") if memory.wish and not wish.get("recipe") else ""
    servings = wish.get("servings") or before
    return {"servings": servings} if servings else {}


def to_list(dish: Option, wish: Wish, memory: Memory) -> Wish:
    return Wish("list_missing", {"recipe": dish.id, **servings_of(wish, memory)})


def choose_recipe(found: Result, wish: Wish, name: str) -> Skill:
    """The tool could not tell which recipe: look for it, and ask."""
    several: Result = yield Call("find_recipes", {"words": name})
    choices = options("recipe", (several.get("dishes") or [])[:SHOWN])
    if len(choices) < 2:  # noqa: PLR2004 - nothing to choose from
        return Reply(found.refused)
    names = either(bold(one.name) for one in choices)
    return Reply(_("Which one: %(names)s?") % {"names": names}, choices, Ask(wish, "recipe", choices))


def ingredient(line: dict[str, Any]) -> str:
    text = plain(f"{line['amount']} {line['name']}".strip())
    if line["optional"]:
        return _("%(line)s, if you like") % {"line": text}
    if line["enough"] is False:
        if line["there"]:
            return _("%(line)s: %(there)s here, %(missing)s missing") % {**line, "line": text}
        return _("%(line)s: missing") % {"line": text}
    return text


def _missing(ingredients: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [line for line in ingredients if line["enough"] is False and not line["optional"]]


def _lack(ingredients: list[dict[str, Any]]) -> str:
    missing = _missing(ingredients)
    unsure = [line for line in ingredients if line["enough"] is None and not line["optional"] and not line["assumed"]]
    if not ingredients:
        return _("No ingredients are written down for it.")
    if missing:
        return _("Shall I put what is missing on the shopping list?")
    if unsure:
        return _("Nothing is missing for certain; nobody knows whether the %(foods)s is enough.") % {
            "foods": listed(plain(line["name"]) for line in unsure)
        }
    return _("Everything for it is here.")


def missing(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """What a dish lacks, with amounts."""
    name = dish_named(wish, memory)
    if not name:
        return Reply(_("For which dish?"))
    found: Result = yield Call("open_recipe", {"recipe": name, **servings_of(wish, memory)})
    if found.refused:
        return (yield from choose_recipe(found, wish, name))
    recipe = found.get("recipe")
    option = Option("recipe", recipe["id"], recipe["name"])
    lacking = _missing(recipe["ingredients"])
    title = {"name": bold(recipe["name"]), "people": recipe["for"]}
    if not lacking:
        return Reply(_("For %(name)s (%(people)s): ") % title + _lack(recipe["ingredients"]), recipe=option)
    texts = [
        _("Missing for %(name)s (%(people)s):") % title,
        lines(
            [plain(f"{line['missing'] or line['amount']} {line['name']}".strip()) + _there(line) for line in lacking]
        ),
        _("Shall I put it on the shopping list?"),
    ]
    return Reply(
        "\n\n".join(texts),
        ask=Ask(Wish("list_missing", {"recipe": option.id, **servings_of(wish, memory)})),
        recipe=option,
    )


def _there(line: dict[str, Any]) -> str:
    return f" ({_('%(there)s here') % line})" if line["there"] else ""


def search(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    """Recipes by words."""
    words = wish.get("words")
    if not words:
        found = yield Call("find_cookable", {})
        return (
            dishes(found, wish, head(found, wish)) if found.get("dishes") else Reply(found.refused or none_at_all({}))
        )
    found = yield Call("find_recipes", {"words": words})
    return Reply(found.refused) if found.refused else found_recipes(found, words)


def found_recipes(found: Result, words: str) -> Reply:
    recipes = found.get("dishes")
    if not recipes:
        near = found.get("near") or []
        text = _("There is no recipe for “%(words)s” here.") % {"words": plain(words)}
        return Reply(f"{text} {_('Nearest to it: %(names)s.') % {'names': listed(map(plain, near))}}" if near else text)
    shown = options("recipe", recipes[: SHOWN * 2])
    rows = [bold(one["name"]) + (f", {one['time']}" if one["time"] else "") for one in recipes[: SHOWN * 2]]
    count = found.get("count") or len(rows)
    opening = ngettext("There is %(count)s recipe:", "There are %(count)s recipes:", count) % {"count": count}
    ask = Ask(Wish("open"), "recipe", shown)
    said = set(words.casefold().split())
    called = [one for one in shown if said <= set(one.name.casefold().split())]
    meant = next((one for one in (shown, called) if len(one) == 1), [None])[0]
    return Reply(f"{opening}\n\n{lines(rows, numbered=1)}", shown, ask, recipe=meant)
