"""Who is meant by a name in a bill: never a guess between two."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from accounts.models import Membership, User
from accounts.roles import TABLE
from chat.agent.deps import Kitchen
from chat.agent.lookups import alike
from kitchen.errors import DomainError

ME = {"me", "i", "myself", "my", "mine", "us", "we"}
EVERYBODY = {"everybody", "everyone", "all", "all of us", "us all", "we all", "the household", "both of us", "both"}


def at_table(kitchen: Kitchen) -> list[User]:
    """The person who asks first."""
    memberships = Membership.objects.filter(household=kitchen.household, role__in=TABLE).select_related("user")
    found = [membership.user for membership in memberships]
    return sorted(found, key=lambda one: (one != kitchen.person, one.called.casefold()))


def person_called(kitchen: Kitchen, table: Sequence[User], name: str) -> User:
    """By the whole name, else its beginning, else with a slip; refuses with the choices where it may be several."""
    words = " ".join(name.casefold().split()).removesuffix("'s")
    if words in ME:
        return kitchen.person
    exact = [person for person in table if person.called.casefold() == words]
    begins = [person for person in table if words and person.called.casefold().split()[:1] == words.split()[:1]]
    found = exact or begins or alike(words, list(table), lambda person: person.called)
    if len(found) == 1:
        return found[0]
    if found:
        told = {"name": name, "names": ", ".join(person.called for person in found)}
        raise DomainError(_("“%(name)s” could be several people: %(names)s. Say the whole name.") % told)
    names = ", ".join(person.called for person in table)
    raise DomainError(_("I do not know who “%(name)s” is. Here live: %(names)s.") % {"name": name, "names": names})


def people_called(kitchen: Kitchen, table: Sequence[User], names: Sequence[str]) -> list[User]:
    """Once each, in the order said; "everybody" is the whole table."""
    found: list[User] = []
    for name in names:
        words = " ".join(name.casefold().split())
        found += list(table) if words in EVERYBODY else [person_called(kitchen, table, name)]
    return list(dict.fromkeys(found))
