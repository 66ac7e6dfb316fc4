"""What the assistant is asked to remember: shown at once, kept and forgotten only with somebody's consent."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.roles import TABLE
from chat.agent.applying import memory
from chat.agent.deps import Kitchen
from chat.agent.lookups import alike, as_id
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned, Told, tool
from chat.models import MemoryNote
from chat.queries.note import notes_of
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.visible import one_line
from pantry.matching import name_key

AGENT = "kitchen"


@tool(AGENT, gettext_lazy("Writing down what to remember"), "chat:note.create")
def remember(kitchen: Kitchen, text: str, everybody: bool = False) -> Planned:  # noqa: FBT001, FBT002  (a JSON argument)
    """Propose to remember something for all later conversations, such as "we do not like coriander".

    Args:
        text: what to remember, in a short sentence.
        everybody: for the whole household; otherwise only for who asks.

    """
    arguments: dict[str, Any] = {"id": str(new_id()), "text": one_line(text), "everybody": bool(everybody)}
    rehearsed(lambda: memory.keep(kitchen, arguments))
    return Planned(arguments, [noted(arguments)], _("I remember this from now on, if you agree."))


def noted(arguments: dict[str, Any]) -> dict[str, str]:
    where = _("for everybody here") if arguments["everybody"] else _("only for you")
    return {"emoji": "📌", "name": arguments["text"], "where": where}


@tool(AGENT, gettext_lazy("Looking for the note"), "chat:note.delete")
def forget(kitchen: Kitchen, note: str) -> Planned:
    """Propose to forget something that is remembered.

    Args:
        note: its id, or words of it.

    """
    found = note_called(kitchen, note)
    arguments = {"note": str(found.pk), "text": found.text, "everybody": found.private_to_id is None}
    rehearsed(lambda: memory.drop(kitchen, arguments))
    where = _("forgotten")
    return Planned(arguments, [{"emoji": "🗑️", "name": found.text, "where": where}], _("I forget this, if you agree."))


@tool(AGENT, gettext_lazy("Looking what is remembered"), "chat:note.index")
def show_notes(kitchen: Kitchen) -> Told:
    """What is remembered, for who asks and for the household."""
    notes = [
        {"id": str(note.pk), "text": note.text, "everybody": note.private_to_id is None} for note in _notes(kitchen)
    ]
    summary = ngettext("%(count)d note", "%(count)d notes", len(notes)) % {"count": len(notes)}
    return Told({"notes": notes, "count": len(notes)}, summary)


def note_called(kitchen: Kitchen, words: str) -> MemoryNote:
    notes = _notes(kitchen)
    id, key = as_id(words), name_key(words)
    found = (
        [note for note in notes if note.pk == id]
        or [note for note in notes if key and key in name_key(note.text)]
        or [note for note in notes if key and set(key.split()) <= set(name_key(note.text).split())]
        or alike(words, notes, lambda note: note.text)
    )
    if not found:
        raise DomainError(_("Nothing like “%(words)s” is remembered.") % {"words": words})
    if len(found) > 1:
        named = "; ".join(note.text for note in found[:4])
        raise DomainError(_("Several notes could be meant: %(notes)s. Say which one.") % {"notes": named})
    return found[0]


def _notes(kitchen: Kitchen) -> list[MemoryNote]:
    return list(notes_of(kitchen.household, kitchen.person, at_table=kitchen.membership.role in TABLE))
