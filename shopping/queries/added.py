"""What is said below the line after something was added: what is new, what joined what, what could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Activity, Household
from kitchen.ids import new_id
from pantry.parsing import Entry
from shopping.models import ShoppingListItem
from shopping.wanted import Merged

NAMED = 5


@dataclass(frozen=True)
class Said:
    """`text` stays in the line to be corrected, `errors` say why; `undo` is the feed's line of what was done."""

    sentences: list[str] = field(default_factory=list)
    wrong: Sequence[Entry] = ()
    errors: list[str] = field(default_factory=list)
    text: str = ""
    undo: UUID | None = None
    operation: UUID = field(default_factory=new_id)


def said_of(
    household: Household,
    items: list[ShoppingListItem],
    merged: list[Merged],
    operation: UUID | None,
    also: Sequence[str] = (),
) -> Said:
    """The sentences in the order in which things were typed, and `also` those; the line itself is empty again."""
    grown = {one.name for one in merged}
    new = [item.name for item in items if item.name not in grown]
    sentences = [one.sentence for one in merged]
    if new:
        sentences.insert(0, _new(new))
    told = Activity.objects.filter(household=household, subject=operation, undone_at=None).first() if items else None
    return Said([*sentences, *also], undo=told.pk if told else None)


def _new(names: list[str]) -> str:
    told, rest = ", ".join(names[:NAMED]), len(names) - NAMED
    if rest <= 0:
        return _("On the list: %(names)s.") % {"names": told}
    words = ngettext("On the list: %(names)s and %(count)d more.", "On the list: %(names)s and %(count)d more.", rest)
    return words % {"names": told, "count": rest}


def refused(said: Said, wrong: Sequence[Entry], errors: Sequence[Any] = (), text: str = "") -> Said:
    """What could not be read stays in the line, with a sentence each; what a service refused stays whole."""
    typed = text or "\n".join(one.text for one in wrong)
    return replace(said, wrong=wrong, errors=[*(one.wrong for one in wrong), *map(str, errors)], text=typed)
