"""The shopper and the bookkeeper: the list, and bills."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chat.agent.builtin.skills.phrases import bold, lines, listed, options, plain
from chat.agent.builtin.skills.recipes import servings_of
from chat.agent.builtin.understanding.following import ORDER
from chat.agent.builtin.wish import Ask, Call, Change, Here, Memory, Reply, Result, Skill, Wish

SHOWN = 25


def show_list(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    found: Result = yield Call("show_list", _list(wish, "name"))
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


def _list(wish: Wish, name: str = "list_name") -> dict[str, str]:
    return {name: wish.get("list")} if wish.get("list") else {}


def list_add(wish: Wish, memory: Memory, _here: Here) -> Skill:
    items = wish.get("items") or ([memory.food] if memory.food else [])
    if not items:
        return Reply(_("What shall I put on the list?"))
    refused = yield Change("add_to_list", {"items": items, **_list(wish)})
    return Reply(refused.refused)


def list_missing(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """What a dish lacks goes on the list: asks which dish, where it could be several."""
    name = wish.get("recipe") or (memory.recipe.id if memory.recipe else "")
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
    refused = yield Change("add_missing_to_list", {"recipe": recipe["id"], **servings, **_list(wish)})
    return Reply(refused.refused)


def tick(wish: Wish, memory: Memory, _here: Here) -> Skill:
    return (yield from _on_the_list("tick_on_list", wish, memory))


def remove(wish: Wish, memory: Memory, _here: Here) -> Skill:
    return (yield from _on_the_list("remove_from_list", wish, memory))


def _on_the_list(tool: str, wish: Wish, memory: Memory) -> Skill:
    names = wish.get("items") or ([memory.food] if memory.food else [])
    if not names:
        return Reply(_("What on the list do you mean?"))
    names = [pointed(name, memory) for name in names]
    refused = yield Change(tool, {"items": names})
    return Reply(refused.refused)


def pointed(name: str, memory: Memory) -> str:
    """The id of what "first" and the like mean on the list that was shown."""
    items = [option for option in memory.options if option.kind == "item"]
    at = ORDER.get(name.casefold().removesuffix(" one"))
    return items[at].id if at is not None and -len(items) <= at < len(items) else name


def split(wish: Wish, _memory: Memory, here: Here) -> Skill:
    if not here.lives_here:
        return Reply(_("Bills are for the people who live here."))
    if not wish.get("total"):
        return Reply(_("How much was the bill? Say it like “split 84.50 for pizza between us”."))
    arguments = {name: wish.get(name) for name in ("total", "title", "paid_by", "people") if wish.get(name)}
    refused = yield Change("split_bill", arguments)
    return Reply(refused.refused)
