"""What is said without, or with little, looking up."""

from django.utils.translation import gettext as _

from chat.agent.builtin.skills.pantry import absent, lot_line, lot_list
from chat.agent.builtin.skills.phrases import bold, lines, listed, options, plain
from chat.agent.builtin.skills.recipes import found_recipes
from chat.agent.builtin.wish import Ask, Call, Change, Here, Memory, Reply, Result, Skill, Wish

LONGEST_QUOTE = 60


def say(text: str) -> Skill:
    """A skill that asks no tool."""
    return Reply(text)
    yield


def examples() -> str:
    """What it understands, by examples that can be typed as they stand."""
    texts = (
        _("“What can I cook tonight without mushrooms?” or “Something with the spinach for four?”"),
        _("“What goes off this week?”, “Do we have flour?”, “How long do eggs keep?”"),
        _("“I used 200 g rice”, “Threw away the old salad”, “Move the peas to the freezer”"),
        _("“Add milk and 6 eggs to the list”, “Put what is missing for the lasagne on the list”"),
        _("“How much is 2 cups of flour in grams?”, “Split 84.50 for pizza between us”"),
    )
    return lines(texts)


def help_out(_wish: Wish, _memory: Memory, _here: Here) -> Skill:
    opening = _(
        "I am the built-in assistant: a program of fixed rules, no language model. I look things up in this kitchen, "
        "and propose changes that only happen when you agree. Try:"
    )
    return say(f"{opening}\n\n{examples()}")


def hello(_wish: Wish, _memory: Memory, here: Here) -> Skill:
    """With what is most urgent, which is why one talks to a kitchen."""
    found: Result = yield Call("find_expiring", {"days": 2})
    name = plain(here.name.split()[0]) if here.name else ""
    lots = found.get("lots") or []
    if not lots:
        return Reply(_("Hello %(name)s. Nothing is urgent in the kitchen. What shall we look at?") % {"name": name})
    text = _("Hello %(name)s. Most urgent is %(lot)s. Shall I look for a dish with it?")
    wish = Wish("cook", {"using": [lots[0]["name"]]})
    return Reply(text % {"name": name, "lot": lot_line(lots[0])}, ask=Ask(wish), food=lots[0]["name"])


def thanks(_wish: Wish, _memory: Memory, _here: Here) -> Skill:
    return say(_("Gladly."))


def bye(_wish: Wish, _memory: Memory, _here: Here) -> Skill:
    return say(_("See you in the kitchen."))


def yes(_wish: Wish, memory: Memory, _here: Here) -> Skill:
    """A word changes nothing: what was proposed is proposed again, for the button."""
    if memory.approved:
        return Reply(_("That is done already."))
    if not memory.proposed:
        return Reply(_("Yes to what? Tell me what you would like."))
    text = _("Only your tap on “Do it” changes something. Here it is again.")
    refused = ""
    for change in memory.proposed:
        result = yield Change(change.tool, change.arguments)
        refused = refused or result.refused
    return Reply(refused or text)


def no(_wish: Wish, memory: Memory, _here: Here) -> Skill:
    return say(_("Fine, it stays as it is.") if memory.ask or memory.proposed else _("All right."))


def undo(_wish: Wish, memory: Memory, _here: Here) -> Skill:
    if memory.approved:
        return say(
            _("I take nothing back by a word, but you can: press “Undo” at the change above, or in the feed on Today.")
        )
    return say(_("Nothing was changed in this conversation. What others did is undone in the feed on Today."))


def unknown(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    text = wish.get("text")
    quote = plain(text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…")
    opening = _("I did not understand “%(text)s”. I know simple English sentences such as:") % {"text": quote}
    return say(f"{opening}\n\n{examples()}" if text else help_text())


def help_text() -> str:
    return f"{_('Ask me about this kitchen, for example:')}\n\n{examples()}"


def no_such(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    if not wish.get("count"):
        return say(_("Which one? There is no list of mine to choose from."))
    return say(_("There are only %(count)s to choose from.") % {"count": wish.get("count")})


def beyond(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    """Says plainly what it cannot do, and what is nearest."""
    sentences = {
        "plan": _("I cannot plan a week. I can say what to cook tonight, and what must be eaten first."),
        "nutrition": _("I know nothing of calories and nutrients. I can say what a dish needs and whom it suits."),
        "prices": _("I know no prices. I can put things on the list and split a bill."),
        "order": _("I cannot order anything. I can put it on the shopping list."),
        "receipt": _("I cannot read pictures or codes. Type what you bought, like “2 l milk, 6 eggs”, and I add it."),
        "recipe_writing": _(
            "I do not write or fetch recipes. Under Recipes you can add one, or bring it along from a page."
        ),
        "people": _("People and settings are changed on their own pages, behind the household's name."),
        "timer": _("I cannot set timers or reminders. I can say what goes off when."),
        "substitute": _(
            "I know no substitutes. I can look for a dish that does without: say “what can I cook without …”."
        ),
        "technique": _("I know no cooking times beyond your recipes. Name one, and I open it."),
        "world": _("I only know this kitchen. Ask me what can be cooked, or what goes off."),
    }
    return say(sentences[wish.get("topic")])


def mention(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    """A bare name: a dish, if there is one; else a food."""
    words = wish.get("words")
    recipes: Result = yield Call("find_recipes", {"words": words})
    named = [one for one in recipes.get("dishes") or [] if words.casefold() in one["name"].casefold()]
    found: Result = yield Call("find_stock", {"words": words})
    lots = found.get("lots") or []
    if lots:
        texts = [_("Here is:") + f"\n\n{lot_list(lots)}"]
        if named:
            texts.append(_("It is in the name of %(dishes)s.") % {"dishes": listed(bold(one["name"]) for one in named)})
        return Reply("\n\n".join(texts), options("recipe", named), food=lots[0]["name"])
    if recipes.get("dishes"):
        return found_recipes(recipes, words)
    near = [*(recipes.get("near") or []), *(found.get("near") or [])]
    if near or len(words.split()) == 1:
        return absent(words, Result({"near": near}))
    return (yield from unknown(Wish("unknown", {"text": words}), Memory(), Here()))


def convert(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    arguments = {"amount": wish.get("amount"), "to": wish.get("to")}
    food = wish.get("food") or ""
    found: Result = yield Call("convert_amount", {**arguments, **({"food": food} if food else {})})
    if found.refused:
        return Reply(found.refused)
    told = {"from": plain(found.get("from")), "told": bold(found.get("told")), "food": plain(found.get("food") or "")}
    if not told["food"]:
        return Reply(_("%(from)s is %(told)s.") % told)
    return Reply(_("%(from)s of %(food)s is %(told)s.") % told, food=food)


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
