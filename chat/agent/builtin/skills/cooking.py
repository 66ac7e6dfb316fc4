"""The cook: dishes that fit, a recipe, what it lacks."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chat.agent.builtin.skills.phrases import bold, lines, listed, options, plain
from chat.agent.builtin.wish import Ask, Call, Here, Memory, Reply, Result, Skill, Wish

SHOWN = 4
LIMITS = ("using", "without", "minutes", "kind", "diet", "eaters")


def cook(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    """Dishes that fit; when none does, what comes nearest, and by which wish it was given up."""
    asked = {name: wish.slots[name] for name in LIMITS if wish.slots.get(name)}
    skip = {"skip": wish.get("skip")} if wish.get("skip") else {}
    found: Result = yield Call("find_cookable", {**asked, **skip})
    if found.refused:
        return Reply(found.refused)
    if found.get("dishes"):
        return dishes(found, wish, head(found, wish))
    if wish.get("skip", 0):
        return Reply(_("Those were all of them."))
    for name in ("minutes", "kind", "using", "diet"):
        if name in asked:
            fewer = less(name, asked)
            nearest: Result = yield Call("find_cookable", fewer)
            if nearest.get("dishes"):
                return dishes(nearest, Wish("cook", fewer), _without(name, asked))
    return Reply(none_at_all(asked))


def less(name: str, asked: dict[str, Any]) -> dict[str, Any]:
    """The same without one of its conditions; of several foods the first stays."""
    rest = {key: value for key, value in asked.items() if key != name}
    return {**rest, "using": asked["using"][:1]} if name == "using" and len(asked["using"]) > 1 else rest


def none_at_all(asked: dict[str, Any]) -> str:
    if asked:
        return _("Nothing in your recipes fits that. Ask with fewer conditions, or add a recipe that does.")
    return _("There are no recipes here yet. Add one under Recipes, or bring some along from a page or a file.")


def _without(name: str, asked: dict[str, Any]) -> str:
    """What was given up to find anything."""
    if name == "minutes":
        return _("Nothing like that is done in %(minutes)s minutes. These take longer:") % {"minutes": asked["minutes"]}
    if name == "kind":
        return _("There is no such dish (%(kind)s) among your recipes that fits. What else is possible:") % {
            "kind": plain(asked["kind"])
        }
    if name == "using" and len(asked["using"]) > 1:
        foods = {"foods": listed(map(plain, asked["using"])), "food": plain(asked["using"][0])}
        return _("No dish uses %(foods)s together. With the %(food)s:") % foods
    if name == "using":
        return _("None of your recipes that fit uses %(foods)s. What is possible all the same:") % {
            "foods": listed(map(plain, asked["using"]))
        }
    return _("None of your recipes is for certain %(diet)s. Look well at these:") % {"diet": asked["diet"]}


def head(found: Result, wish: Wish) -> str:
    """What stands above the first dishes."""
    if wish.get("skip", 0):
        return _("Also possible:")
    whole = sum(not dish["missing"] for dish in found.get("dishes")[:SHOWN])
    if not whole:
        return _("Nothing can be cooked without shopping. Least is missing for these:")
    told = ngettext(
        "%(count)s dish can be cooked with what is here:", "%(count)s dishes can be cooked with what is here:", whole
    )
    return told % {"count": whole}


def dishes(found: Result, wish: Wish, opening: str) -> Reply:
    """A numbered list, those that need shopping under a line of their own."""
    shown = found.get("dishes")[:SHOWN]
    whole = [dish for dish in shown if not dish["missing"]]
    texts = [opening, lines([dish_line(dish) for dish in whole or shown], numbered=1)]
    if whole and (rest := [dish for dish in shown if dish["missing"]]):
        texts += [_("With a little shopping:"), lines([dish_line(dish) for dish in rest], numbered=len(whole) + 1)]
        shown = [*whole, *rest]
    texts += [*notes(found), _("Say which one, and I open it.") if len(shown) > 1 else _("Shall I open it?")]
    chosen = options("recipe", shown)
    servings = {"servings": wish.slots["servings"]} if "servings" in wish.slots else {}
    ask = Ask(Wish("open", servings), "recipe", chosen)
    return Reply("\n\n".join(texts), chosen, ask, recipe=chosen[0] if len(chosen) == 1 else None)


def notes(found: Result) -> list[str]:
    texts = []
    if who := found.get("respects"):
        texts.append(_("All of it suits %(people)s.") % {"people": listed(map(plain, who))})
    if unsure := found.get("unsure"):
        told = ngettext(
            "%(count)s more dish has ingredients that I cannot judge.",
            "%(count)s more dishes have ingredients that I cannot judge.",
            unsure,
        )
        texts.append(told % {"count": unsure})
    return texts


def dish_line(dish: dict[str, Any]) -> str:
    """**Curry**, 25 min: everything is here, and it uses up the spinach (today)."""
    time = f", {dish['time']}" if dish["time"] else ""
    reasons = [_needs(dish)]
    if dish["uses_soon"]:
        uses = [plain(f"{one['name']} ({one['due']})" if one["due"] else one["name"]) for one in dish["uses_soon"]]
        reasons.append(_("uses up %(foods)s") % {"foods": listed(uses)})
    return f"{bold(dish['name'])}{time}: {'; '.join(reasons)}."


def _needs(dish: dict[str, Any]) -> str:
    if not dish["needed"]:
        return _("no ingredients are written down")
    if not dish["missing"]:
        return _("everything is here")
    return _("missing: %(foods)s") % {"foods": listed(plain(one["name"]) for one in dish["missing"])}
