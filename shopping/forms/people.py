from collections.abc import Iterable

from django.utils.translation import gettext as _

from accounts.models import User


def choices_of(people: Iterable[User], reader: User) -> list[tuple[str, str]]:
    """By their ids, the reader as such."""
    return [(str(one.pk), _named(one, reader)) for one in people]


def _named(person: User, reader: User) -> str:
    return _("%(name)s (you)") % {"name": person.called} if person == reader else person.called
