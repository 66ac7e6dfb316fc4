"""The dietitian: what food holds, what is safe, whom a dish suits."""

from typing import Any

from django.utils.translation import gettext as _

from chat.agent.builtin.skills.phrases import bold, lines, listed, plain, sentence
from chat.agent.builtin.skills.recipes import choose_recipe, servings_of
from chat.agent.builtin.wish import Call, Here, Memory, Option, Reply, Result, Skill, Wish
from pantry.matching import name_key
from pantry.queries.foods import match

SURE = 0.97
MOST_IN_TEXT = 2


def nutrition(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """Of a dish, where one is called so or spoken of; else of a food."""
    words = wish.get("what")
    asked: dict[str, Any] = {}
    if not words and memory.recipe:
        asked = {"recipe": memory.recipe.id, **servings_of(wish, memory)}
    elif words or memory.food:
        food = words or memory.food
        asked = {"food": food} | ({"amount": wish.get("amount")} if wish.get("amount") else {})
        if words and not wish.get("amount"):
            asked = (yield from _dish_or_food(words, wish)) or asked
    if not asked:
        return Reply(_("Of which food or dish?"))
    found: Result = yield Call("look_up_nutrition", asked)
    if found.refused:
        return Reply(found.refused)
    return Reply(_held(found), food=words if "food" in asked else "", recipe=_as_dish(asked, found))


def _as_dish(asked: dict[str, Any], found: Result) -> Option | None:
    return Option("recipe", asked["recipe"], found.get("of") or "") if "recipe" in asked else None


def _dish_or_food(words: str, wish: Wish) -> Any:
    """A dish of that very name is meant before a food; a food before a dish that only has the word in its name."""
    several: Result = yield Call("find_recipes", {"words": words})
    dishes, key = several.get("dishes") or [], name_key(words)
    servings = {"servings": wish.get("servings")} if wish.get("servings") else {}
    exact = [one for one in dishes if name_key(one["name"]) == key]
    named = [one for one in dishes if key and key in name_key(one["name"])]
    if exact:
        return {"recipe": exact[0]["id"], **servings}
    if named and match(words).confidence < SURE:
        return {"recipe": named[0]["id"] if len(named) == 1 else words, **servings}
    return None


def _held(found: Result) -> str:
    told = {"of": bold(found.get("of") or ""), "per": plain(found.get("per") or "")}
    rows = [f"{plain(one['name'])}: {plain(one['amount'])}" for one in found.get("figures") or []]
    texts = [_("%(of)s, %(per)s:") % told, lines(rows)]
    if found.get("estimate"):
        counted = {"counted": found.get("counted"), "lines": found.get("lines")}
        texts.append(_("Reckoned from %(counted)s of its %(lines)s ingredients.") % counted)
    elif found.get("source"):
        texts.append(_("The figures are from %(source)s.") % {"source": plain(found.get("source"))})
    return "\n\n".join(texts)


def safety(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """Only what the table says, with who says it."""
    words = wish.get("about") or memory.food
    if not words:
        return Reply(_("About which food?"))
    found: Result = yield Call("look_up_safety", {"what": words})
    if found.refused:
        return Reply(found.refused)
    hot = [_hot(row) for row in found.get("temperatures") or []]
    kept = [_kept(row) for row in found.get("storage") or []]
    rules = [sentence(rule) for rule in found.get("rules") or []]
    told = asked_only(wish.get("asked"), hot, kept, rules)
    if not hot and not kept and told == rules:
        opening = _("My table says nothing of “%(what)s” by name. What always holds:") % {"what": plain(words)}
        return Reply(f"{opening}\n\n{lines(rules)}", food=words)
    text = " ".join(told) if len(told) <= MOST_IN_TEXT else lines(told)
    publishers = list(dict.fromkeys(one["publisher"] for one in found.get("sources") or []))
    closing = _("So says %(sources)s.") % {"sources": listed(map(plain, publishers))} if publishers else ""
    return Reply("\n\n".join(filter(None, (text, closing))), food=words)


def asked_only(asked: str, hot: list[str], kept: list[str], rules: list[str]) -> list[str]:
    """The temperature where it was asked for, the hours, the days; else the temperature first, then the rest."""
    if asked == "hot" and hot:
        return hot
    if asked == "kept" and kept:
        return kept
    if asked == "out" and rules:
        return rules[:1]
    if asked == "again" and rules:
        return [*kept, rules[-1]]
    return [*hot, *kept] or rules


def _hot(row: dict[str, Any]) -> str:
    told = {"name": bold(row["name"]), "c": row["celsius"], "f": row["fahrenheit"]}
    if row["celsius"] is None:  # told by a sign alone, such as eggs
        return f"{told['name']}: {sentence(row['sign'])}"
    text = _("%(name)s: %(c)s °C (%(f)s °F) in the middle") % told
    if row.get("rest_minutes"):
        text = _("%(text)s, then %(minutes)s minutes of rest") % {"text": text, "minutes": row["rest_minutes"]}
    return f"{text}. {sentence(row['sign'])}" if row.get("sign") else f"{text}."


def _kept(row: dict[str, Any]) -> str:
    told = {"name": bold(row["name"]), "days": row["fridge_days"], "months": row["freezer_months"]}
    if row.get("freezer_months"):
        return _("%(name)s: %(days)s days in the fridge, %(months)s months in the freezer.") % told
    return _("%(name)s: %(days)s days in the fridge.") % told


def suits(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """Whether a dish is for somebody: by its allergens and who must not have what; of a bare food, who minds it."""
    name = wish.get("recipe") or (memory.recipe.id if memory.recipe else "")
    if not name:
        return (yield from _people(wish))
    found: Result = yield Call("open_recipe", {"recipe": name})
    if found.refused:
        if match(name).confidence >= SURE:
            return (yield from _people(wish))
        return (yield from choose_recipe(found, Wish("suits", wish.slots), name))
    recipe = found.get("recipe")
    option = Option("recipe", recipe["id"], recipe["name"])
    texts = []
    if against := recipe.get("suits"):
        texts.append(
            _("Mind with %(name)s: %(who)s.") % {"name": bold(recipe["name"]), "who": plain("; ".join(against))}
        )
    if allergens := recipe.get("allergens"):
        held = {"name": bold(recipe["name"]), "allergens": listed(map(plain, allergens))}
        texts.append(_("%(name)s has %(allergens)s in it, as far as its ingredients are known.") % held)
    if not texts:
        texts.append(_("Nothing that I know of in %(name)s is an allergen.") % {"name": bold(recipe["name"])})
    texts.append(
        _("Its ingredients: %(names)s.") % {"names": ", ".join(plain(line["name"]) for line in recipe["ingredients"])}
    )
    return Reply("\n\n".join(texts), recipe=option)


def _people(wish: Wish) -> Skill:
    who = wish.get("who")
    named = {"name": who} if who[:1].isupper() else {}
    return (yield from eaters(Wish("eaters", named), Memory(), Here()))


def eaters(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    found: Result = yield Call("find_eaters", {"name": wish.get("name")} if wish.get("name") else {})
    if found.refused:
        return Reply(found.refused)
    people = found.get("people") or []
    if not people:
        return Reply(_("Nobody is written down as eating here."))
    return Reply(lines([_eats(one) for one in people]))


def _eats(person: dict[str, object]) -> str:
    needs = [*map(str, person["diets"])]  # type: ignore[call-overload]
    allergies = [*map(str, person["allergies"])]  # type: ignore[call-overload]
    if allergies:
        needs.append(_("must not have %(allergens)s") % {"allergens": listed(allergies)})
    if person["dislikes"]:
        needs.append(_("does not like %(foods)s") % {"foods": plain(str(person["dislikes"]))})
    return f"{bold(str(person['name']))}: {'; '.join(needs) if needs else _('eats everything')}"
