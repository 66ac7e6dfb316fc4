"""What is kept: notes of what somebody likes, recipes that are told or lie on a page."""

from dataclasses import replace

from django.utils.translation import gettext as _

from chat.agent.builtin.skills.phrases import bold, lines, plain
from chat.agent.builtin.wish import Call, Change, Here, Memory, Reply, Result, Skill, Wish, Worker

MOST_NOTES = 2


def minding(worker: Worker) -> Worker:
    """An answer with what the assistant was asked to remember, so that it is minded."""

    def answer(wish: Wish, memory: Memory, here: Here) -> Skill:
        reply = yield from worker(wish, memory, here)
        notes = [plain(note.rstrip(" .")) for note in here.remembered[:MOST_NOTES]]
        if not notes or not reply.text:
            return reply
        told = _("I remember: %(notes)s.") % {"notes": "; ".join(notes)}
        return replace(reply, text=f"{reply.text}\n\n{told}")

    return answer


def remember(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    refused = yield Change(
        "remember", {"text": wish.get("text")} | ({"everybody": True} if wish.get("everybody") else {})
    )
    return Reply(refused.refused)


def forget(wish: Wish, memory: Memory, _here: Here) -> Skill:
    """“Forget that again” means what was to be remembered right before."""
    before = memory.wish if memory.wish and memory.wish.kind == "remember" else None
    note = wish.get("note") or (before.get("text") if before else "")
    if not note:
        return Reply(_("Which note shall I forget? Say for example “forget the note about the oven”."))
    refused = yield Change("forget", {"note": note})
    return Reply(refused.refused)


def notes(_wish: Wish, _memory: Memory, _here: Here) -> Skill:
    found: Result = yield Call("show_notes")
    if found.refused:
        return Reply(found.refused)
    every = found.get("notes") or []
    if not every:
        return Reply(_("I remember nothing yet. Say for example “remember that I do not like coriander”."))
    rows = [
        _("%(text)s (for everybody)") % {"text": plain(one["text"])} if one["everybody"] else plain(one["text"])
        for one in every
    ]
    return Reply(f"{_('I remember:')}\n\n{lines(rows)}")


def save_recipe(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    """A whole recipe is proposed; of half a one it is said what is missing."""
    name, ingredients = wish.get("name"), wish.get("ingredients")
    if not ingredients:
        how = _("“Save the recipe Pancakes: 250 g flour, 500 ml milk, 2 eggs. Mix. Fry.”")
        opening = _("I keep a recipe that you tell me in one message, such as:")
        if name:
            opening = _("For %(name)s I need what goes into it and how it is made, in one message, such as:") % {
                "name": bold(name)
            }
        return Reply(f"{opening}\n\n{how}\n\n{_('If it is on a page, send me the address.')}")
    told = {name: wish.get(name) for name in ("servings", "minutes") if wish.get(name)}
    arguments = {"name": name, "ingredients": ingredients, "steps": wish.get("steps") or [], **told}
    refused = yield Change("save_recipe", arguments)
    return Reply(refused.refused)


def bring(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    if not wish.get("url"):
        return Reply(_("Send me the address of the page, such as https://example.org/soup, and I bring its recipe in."))
    refused = yield Change("import_recipe", {"url": wish.get("url")})
    return Reply(refused.refused)
