"""The cook's other answers: what stands in for a food, and dishes side by side."""

from typing import Any

from django.utils.translation import gettext as _

from chat.agent.builtin.skills.phrases import bold, lines, options, plain
from chat.agent.builtin.understanding.following import ORDER
from chat.agent.builtin.understanding.things import PRONOUNS
from chat.agent.builtin.wish import Call, Here, Memory, Reply, Result, Skill, Wish

FEWEST, MOST = 2, 4


def instead(wish: Wish, memory: Memory, _here: Here) -> Skill:
    food = wish.get("food") or memory.food
    if not food:
        return Reply(_("Instead of what?"))
    dish = wish.get("recipe")
    found: Result = yield Call("find_substitutes", {"food": food} | ({"recipe": dish} if dish else {}))
    if found.refused and dish:
        found = yield Call("find_substitutes", {"food": food})
    if found.refused:
        return Reply(found.refused)
    name, ways = plain(found.get("food") or food), found.get("instead") or []
    if not ways:
        text = _("I know nothing that stands in for %(food)s. I can look for a dish without it.")
        return Reply(text % {"food": name}, food=food)
    opening = _("Instead of %(food)s:") % {"food": name}
    if found.get("for"):
        told = {"food": name, "dish": bold(found.get("for")), "amount": plain(found.get("amount") or "")}
        opening = _("Instead of %(amount)s %(food)s in %(dish)s:") % told
    return Reply(f"{opening}\n\n{lines([_way(one) for one in ways])}", food=food)


def _way(one: dict[str, Any]) -> str:
    text = f"{bold(one['name'])}: {plain(one['how'])}"
    return _("%(way)s (here: %(there)s)") % {"way": text, "there": plain(one["there"])} if one.get("here") else text


def compare(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """What was named, or what was listed last."""
    names = [pointed_dish(one, memory) for one in wish.get("recipes") or []]
    if wish.get("words"):
        alike: Result = yield Call("find_recipes", {"words": singular(wish.get("words"))})
        dishes = alike.get("dishes") or []
        called = [one for one in dishes if singular(wish.get("words")).casefold() in one["name"].casefold()]
        names = [one["id"] for one in (called if len(called) >= FEWEST else dishes)]
    names = names or [one.id for one in memory.options if one.kind == "recipe"][: _how_many(wish)]
    if len(names) < FEWEST:
        return Reply(_("Name two to four dishes, and I put them side by side."))
    found: Result = yield Call("compare_recipes", {"recipes": names[:MOST]})
    if found.refused:
        return Reply(found.refused)
    dishes = found.get("dishes") or []
    texts = [lines([_side(one) for one in dishes], numbered=1)]
    if quickest := found.get("quickest"):
        texts.append(_("The quickest is %(name)s.") % {"name": bold(quickest)})
    if fewest := found.get("fewest_missing"):
        texts.append(_("For %(name)s least is missing.") % {"name": bold(fewest)})
    return Reply("\n\n".join(texts), options("recipe", dishes))


def pointed_dish(name: str, memory: Memory) -> str:
    """The id of "it", "the second one" and "the chickpea one", else the name itself."""
    if name.casefold() in PRONOUNS and memory.recipe:
        return memory.recipe.id
    shown = [one for one in memory.options if one.kind == "recipe"]
    at = ORDER.get(name.casefold().removesuffix(" one"))
    if at is not None and -len(shown) <= at < len(shown):
        return shown[at].id
    return name.removesuffix(" ones").removesuffix(" one")


def singular(words: str) -> str:
    return words.removesuffix("s") if not words.endswith("ss") else words


def _how_many(wish: Wish) -> int:
    return {"three": 3, "first": 2, "two": 2, "last": 2}.get(wish.get("which"), MOST)


def _side(dish: dict[str, Any]) -> str:
    facts = [
        dish.get("time") or "",
        _("%(have)s of %(needed)s ingredients here") % dish if dish.get("needed") else "",
        _("%(energy)s a serving") % dish if dish.get("energy") else "",
        *map(plain, dish.get("suits") or []),
    ]
    return f"{bold(dish['name'])}: {'; '.join(filter(None, facts))}"
