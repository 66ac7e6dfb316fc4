"""Remembering and forgetting, from what a proposal keeps of it (JSON)."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.roles import TABLE
from chat.agent.deps import Kitchen
from chat.models import MemoryNote
from chat.queries.note import notes_of
from chat.services.note import add_note, forget_note
from kitchen.errors import DomainError


def keep(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    note = add_note(
        kitchen.household,
        arguments["text"],
        everybody=bool(arguments["everybody"]),
        by=kitchen.person,
        id=UUID(arguments["id"]),
    )
    return _("Remembered: %(text)s") % {"text": note.text}


def take_back(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    """Of what was kept by this: what was remembered before stays."""
    note = (
        MemoryNote.objects.select_related("household").filter(household=kitchen.household, pk=arguments["id"]).first()
    )
    if note is None:
        raise DomainError(_("This is not remembered any more."))
    forget_note(note, by=kitchen.person)
    return ""


def bring_back(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    add_note(kitchen.household, arguments["text"], everybody=bool(arguments["everybody"]), by=kitchen.person)
    return ""


def drop(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    notes = notes_of(kitchen.household, kitchen.person, at_table=kitchen.membership.role in TABLE)
    note = notes.filter(pk=arguments["note"]).first()
    if note is None:
        raise DomainError(_("This is not remembered any more."))
    forget_note(note, by=kitchen.person)
    return _("Forgotten: %(text)s") % {"text": note.text}
