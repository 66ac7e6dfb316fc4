"""What one search finds so far: people, who eats here, what happened, and the pages themselves."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accounts.doors import may
from accounts.models import Eater, Membership
from accounts.queries.activity import find_lines
from kitchen.home.places import PLACES, Place
from kitchen.search import MOST_HITS, Ask, Hit, Provider, matches, providers


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
    found = [one for one in eaters if matches(ask, one.name, one.dislikes)]
    return [Hit(one.name, _("eats here"), url, "bowl") for one in found][:MOST_HITS]


def find_activities(ask: Ask) -> list[Hit]:
    url = reverse("home:feed", kwargs={"code": ask.household.code})
    return [
        Hit(line.sentence, date_format(line.at, "j M Y, H:i"), f"{url}?before={line.number + 1}", line.icon)
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
