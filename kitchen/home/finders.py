"""What one search finds so far: people, who eats here, what happened, and the pages themselves."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accounts.doors import may
from accounts.models import Eater, Membership
from accounts.queries.activity import find_lines
from kitchen.search import MOST_HITS, Ask, Hit, Provider, matches, providers


@dataclass(frozen=True)
class Place:
    """A page that can be found by its title or by other `words` people use for it."""

    title: Any
    words: Any
    to: str
    icon: str
    in_household: bool = True


PLACES = (
    Place(lazy("Today"), lazy("start home overview"), "home:today", "today"),
    Place(lazy("Pantry"), lazy("food shelves fridge freezer stock"), "pantry:home", "pantry"),
    Place(lazy("Recipes"), lazy("dishes cook meals plan"), "recipes:home", "recipes"),
    Place(lazy("Shopping"), lazy("list shops buy groceries"), "shopping:home", "shopping"),
    Place(lazy("Chat"), lazy("assistant ask talk question help"), "chat:home", "chat"),
    Place(lazy("What happened"), lazy("feed activity history undo"), "home:feed", "clock"),
    Place(lazy("Members"), lazy("people roles household who"), "accounts:member.index", "people"),
    Place(lazy("Who eats here"), lazy("diets allergies children eaters"), "accounts:eater.index", "bowl"),
    Place(lazy("Invite somebody"), lazy("invitation code link qr add member join"), "accounts:invitation.create", "plus"),
    Place(lazy("Household settings"), lazy("name currency country time zone"), "accounts:household.show", "settings"),
    Place(lazy("Your profile"), lazy("account name time zone language me"), "accounts:me.edit", "person", in_household=False),
    Place(lazy("Your preferences"), lazy("theme dark light units text size"), "accounts:preference.edit", "settings", in_household=False),
    Place(lazy("Email addresses"), lazy("account mail change"), "account_email", "mail", in_household=False),
    Place(lazy("Password"), lazy("account security change"), "account_change_password", "key", in_household=False),
    Place(lazy("Two-step sign-in"), lazy("security passkey authenticator recovery codes"), "mfa_index", "shield", in_household=False),
    Place(lazy("Where you are signed in"), lazy("sessions devices sign out security"), "accounts:session.index", "device", in_household=False),
    Place(lazy("Your data"), lazy("download export delete account privacy"), "accounts:data.show", "download", in_household=False),
    Place(lazy("Your households"), lazy("switch create another join"), "accounts:household.index", "swap", in_household=False),
)  # fmt: skip


def find_people(ask: Ask) -> list[Hit]:
    url = reverse("accounts:member.index", kwargs={"code": ask.household.code})
    memberships = Membership.objects.filter(household=ask.household).select_related("user")
    people = [(one.user.called, str(one.get_role_display())) for one in memberships]
    return [Hit(name, role, url, "person") for name, role in people if matches(ask, name)][:MOST_HITS]


def find_eaters(ask: Ask) -> list[Hit]:
    """Diets and allergies are health data: not for guests."""
    if not may(ask.membership.role, "accounts:eater.index"):
        return []
    url = reverse("accounts:eater.index", kwargs={"code": ask.household.code})
    eaters = Eater.objects.filter(household=ask.household)
    return [Hit(one.name, _("eats here"), url, "bowl") for one in eaters if matches(ask, one.name, one.dislikes)][:MOST_HITS]


def find_activities(ask: Ask) -> list[Hit]:
    url = reverse("home:feed", kwargs={"code": ask.household.code})
    return [
        Hit(line.sentence, date_format(line.at, "DATETIME_FORMAT"), f"{url}?before={line.number + 1}", line.icon)
        for line in find_lines(ask.household, ask.text, MOST_HITS)
    ]


def find_places(ask: Ask) -> list[Hit]:
    role = ask.membership.role
    open_places = (one for one in PLACES if not one.in_household or may(role, one.to))
    found = [one for one in open_places if matches(ask, str(one.title), str(one.words))]
    return [Hit(str(one.title), "", _url(one, ask), one.icon) for one in found][:MOST_HITS]


def _url(place: Place, ask: Ask) -> str:
    return reverse(place.to, kwargs={"code": ask.household.code} if place.in_household else None)


def register() -> None:
    providers.register("people", Provider(lazy("People"), find_people))
    providers.register("eaters", Provider(lazy("Who eats here"), find_eaters))
    providers.register("places", Provider(lazy("Pages and settings"), find_places))
    providers.register("activities", Provider(lazy("What happened"), find_activities))
