"""The shopper: the list."""

from collections.abc import Generator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chat.agent.builtin.skills.phrases import bold, lines, listed, options, plain
from chat.agent.builtin.skills.recipes import dish_named, servings_of
from chat.agent.builtin.understanding.following import ORDER
from chat.agent.builtin.understanding.things import thing
from chat.agent.builtin.wish import Ask, Call, Change, Here, Memory, Option, Reply, Result, Skill, Wish
from pantry.matching.index import key_of

SHOWN = 25
# After these "put it on the list" means what the dish lacks.
OF_DISH = frozenset({"open", "missing"})


def show_list(wish: Wish, memory: Memory, _here: Here) -> Skill:
    found: Result = yield Call("show_list", _list(wish, memory, "name"))
    if found.refused:
        return Reply(found.refused)
    rows, ticked = found.get("open") or [], found.get("ticked") or []
    if not rows and not ticked:
        return Reply(_("The list is empty. Tell me what to buy."))
    texts = []
    if rows:
        opening = ngettext("%(count)s thing to buy:", "%(count)s things to buy:", len(rows)) % {"count": len(rows)}
        texts.append(f"{opening}\n\n{lines([_row(row) for row in rows[:SHOWN]])}")
    if ticked:
        texts.append(_("In the basket: %(names)s.") % {"names": listed(plain(row["name"]) for row in ticked)})
    return Reply("\n\n".join(texts), options("item", rows))


def _row(row: dict[str, Any]) -> str:
    text = f"{bold(row['name'])}, {plain(row['amount'])}" if row["amount"] else bold(row["name"])
    return f"{text} ({plain(row['why'])})" if row.get("why") else text


def _list(wish: Wish, memory: Memory, name: str = "list_name") -> dict[str, str]:
    """The list that was named, else the one that the conversation was opened from."""
    chosen = wish.get("list") or memory.shopping_list
    return {name: chosen} if chosen else {}


def list_add(wish: Wish, memory: Memory, here: Here) -> Skill:
    if not wish.get("items") and not memory.food and memory.recipe and memory.wish and memory.wish.kind in OF_DISH:
        return (yield from list_missing(wish, memory, here))
    items = wish.get("items") or ([memory.food] if memory.food else [])
    if not items:
        return Reply(_("What shall I put on the list?"))
    if wish.get("unless_there"):
        there = yield from _there(items)
        items = [item for item in items if item not in there]
        if not items:
            return Reply(
                _("There still is %(names)s, so nothing goes on the list.") % {"names": listed(map(plain, there))}
            )
    refused = yield Change("add_to_list", {"items": items, **_list(wish, memory)})
    return Reply(refused.refused)


def _there(items: list[str]) -> Generator[Call, Result, list[str]]:
    """Which of these are on the shelves."""
    found = []
    for item in items:
        stock: Result = yield Call("find_stock", {"words": thing(item).name})
        if stock.get("lots") and stock.get("exact", True):
            found.append(item)
    return found


def list_missing(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """What a dish lacks goes on the list: asks which dish, where it could be several."""
    name = dish_named(wish, memory)
    if not name:
        return Reply(_("For which dish?"))
    servings = servings_of(wish, memory)
    found: Result = yield Call("open_recipe", {"recipe": name, **servings})
    if found.refused:
        several: Result = yield Call("find_recipes", {"words": name})
        choices = options("recipe", (several.get("dishes") or [])[:4])
        if len(choices) > 1:
            rows = lines([bold(one.name) for one in choices], numbered=1)
            return Reply(f"{_('For which dish?')}\n\n{rows}", choices, Ask(wish, "recipe", choices))
        return Reply(found.refused)
    recipe = found.get("recipe")
    if not any(line["enough"] is False and not line["optional"] for line in recipe["ingredients"]):
        return Reply(
            _("Nothing is missing for %(name)s (%(people)s).") % {"name": bold(recipe["name"]), "people": recipe["for"]}
        )
    refused = yield Change("add_missing_to_list", {"recipe": recipe["id"], **servings, **_list(wish, memory)})
    return Reply(refused.refused, recipe=Option("recipe", recipe["id"], recipe["name"]))


def tick(wish: Wish, memory: Memory, _here: Here) -> Skill:
    return (yield from _on_the_list("tick_on_list", wish, memory))


def remove(wish: Wish, memory: Memory, _here: Here) -> Skill:
    return (yield from _on_the_list("remove_from_list", wish, memory))


def _on_the_list(tool: str, wish: Wish, memory: Memory) -> Skill:
    names = wish.get("items") or ([memory.food] if memory.food else [])
    if not names:
        return Reply(_("What on the list do you mean?"))
    if [name.casefold() for name in names] in (
        ["everything"],
        ["all"],
        ["all of it"],
        ["all items"],
        ["the whole list"],
    ):
        return (yield from _all_of_it(tool, wish, memory))
    names = [pointed(name, memory) for name in names]
    refused = yield Change(tool, {"items": names})
    return Reply(refused.refused)


def _all_of_it(tool: str, wish: Wish, memory: Memory) -> Skill:
    """Each thing by its id: nothing that comes onto the list meanwhile."""
    found: Result = yield Call("show_list", _list(wish, memory, "name"))
    spared = [key_of(one) for one in wish.get("except") or []]
    rows = [row for row in found.get("open") or [] if not any(one in key_of(row["name"]) for one in spared)]
    if spared and len(rows) == len(found.get("open") or []):
        return Reply(_("There is no %(names)s on the list.") % {"names": listed(map(plain, wish.get("except")))})
    ids = [row["id"] for row in rows]
    if found.refused or not ids:
        return Reply(found.refused or _("The list is empty already."))
    refused = yield Change(tool, {"items": ids})
    return Reply(refused.refused)


def pointed(name: str, memory: Memory) -> str:
    """The id of what "first" and the like mean on the list that was shown."""
    items = [option for option in memory.options if option.kind == "item"]
    at = ORDER.get(name.casefold().removesuffix(" one"))
    return items[at].id if at is not None and -len(items) <= at < len(items) else name
