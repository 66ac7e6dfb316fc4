"""What is said without, or with little, looking up."""

from django.utils.translation import gettext as _

from chat.agent.builtin.skills.pantry import absent, lot_line, lot_list
from chat.agent.builtin.skills.phrases import bold, lines, listed, options, plain
from chat.agent.builtin.skills.recipes import found_recipes
from chat.agent.builtin.wish import Ask, Call, Change, Here, Memory, Option, Reply, Result, Skill, Wish

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


def fine(_wish: Wish, _memory: Memory, _here: Here) -> Skill:
    return say(_("Fine, and ready. Ask me what can be cooked, what goes off, or what is on the list."))


def rude(_wish: Wish, _memory: Memory, _here: Here) -> Skill:
    return say(_("I am sorry that I was of no use. Say it in a few plain words, such as “what goes off this week?”."))


def either(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    """Two readings are likely, or a change is not plain: the person says which."""
    wishes: list[Wish] = wish.get("wishes")
    told = [meaning(one) for one in wishes]
    if len(wishes) == 1:
        return say_asking(_("Do you mean: %(wish)s?") % {"wish": told[0]}, Ask(wishes[0]))
    choices = tuple(Option("wish", str(at), text) for at, text in enumerate(told))
    return say_asking(f"{_('What do you mean?')}\n\n{lines(told, numbered=1)}", Ask(wish, "wish", choices))


def take_out(wish: Wish, memory: Memory, here: Here) -> Skill:
    """Used up or thrown away: that is two things in the books."""
    slots = {"what": wish.get("what") or memory.food, "amount": wish.get("amount")}
    choice = Wish("either", {"wishes": [Wish("use", slots), Wish("waste", {**slots, "reason": "other"})]})
    return (yield from either(choice, memory, here))


def say_asking(text: str, ask: Ask) -> Skill:
    return Reply(text, ask.options, ask)
    yield


def meaning(wish: Wish) -> str:
    """A wish in a few words, to be chosen."""
    items = wish.get("items") or []
    food = wish.get("food") or wish.get("words") or wish.get("what") or wish.get("about") or ""
    told = {
        "food": plain(str(food)),
        "items": listed(map(plain, items)),
        "amount": plain(str(wish.get("amount"))),
        "place": plain(str(wish.get("to"))),
        "lines": listed(map(plain, wish.get("lines") or [])),
        "foods": listed(map(plain, wish.get("using") or [])),
    }
    return {
        "use": _("note that %(food)s was used") if told["amount"] != "all" else _("note that the %(food)s is used up"),
        "waste": _("note that the %(food)s was thrown away"),
        "move": _("move the %(food)s: %(place)s"),
        "correct": _("write down %(amount)s as what is there of the %(food)s"),
        "add": _("add %(lines)s to the shelves"),
        "stock": _("look how much %(food)s there is"),
        "shelf_life": _("look how long %(food)s keeps"),
        "nutrition": _("look what %(food)s holds"),
        "instead": _("look what stands in for %(food)s"),
        "safety": _("look what is safe with %(food)s"),
        "list_add": _("put %(items)s on the shopping list"),
        "cook": _("look for a dish with %(foods)s") if told["foods"] else _("look what can be cooked"),
        "expiring": _("look what goes off soon"),
        "show_list": _("show the shopping list"),
        "forecast": _("look what runs out"),
        "wasted": _("look what was thrown away"),
        "eaters": _("look who eats what"),
    }[wish.kind] % told


def several(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    names = [bold(name) for name in wish.get("names")]
    return say(_("Of which: %(names)s? Say the amount with its name.") % {"names": listed(names)})


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
    if memory.approved:
        return say(_("That is done already. To undo it, press the button at the change, or in the feed on Today."))
    return say(_("Fine, it stays as it is.") if memory.ask or memory.proposed else _("All right."))


def undo(_wish: Wish, memory: Memory, _here: Here) -> Skill:
    if memory.approved:
        return say(_("To undo it, press the button at the change above, or in the feed on Today."))
    if memory.proposed:
        return say(_("Nothing was changed yet, so there is nothing to undo. What I proposed only waits for you."))
    return say(
        _("Nothing was changed here, so there is nothing to undo. What others did is undone in the feed on Today.")
    )


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
        "history": _("I do not know what was cooked when. It stands in the cook log under Recipes."),
        "editing": _("I cannot change that from here. Open it on its own page, where everything of it can be changed."),
        "spending": _("I know no spending on food by month. Ask “who owes whom?”, or look under Shopping."),
        "new_list": _("I cannot start or print lists. Under Shopping you can; I put things on a list that is there."),
        "language": _("I understand simple English only. Try “what can I cook tonight?”."),
        "heat": _("Say the figure and both scales, like “350 fahrenheit in celsius”."),
        "daily": _("I know what food holds, not what a person needs. Ask “calories of the lasagne”."),
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
        "orders": _(
            "I take no such orders. I look things up in this kitchen, and every change waits until you have seen it."
        ),
        "outside": _("I cannot do that: I only look after this kitchen, its shopping, recipes and bills."),
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
