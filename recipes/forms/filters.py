"""The filters of the collection as links: each is an address with one thing more, less or other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Diet
from recipes.forms.wanted import query_of
from recipes.models.recipe import Difficulty
from recipes.queries.facets import Choice, Facets
from recipes.queries.times import how_long
from recipes.queries.wanted import Wanted

A_MONTH = 30
SOON, WELL_LIKED = 30, 4
LONG_AGO = (A_MONTH, 90, 365)
FEW = 8
FOR_THE_TABLE = frozenset({"favourites", "for_everybody"})
# A field of Wanted that a facet fills; those of LISTS take one more each.
LISTS = {"tag": "tags", "ingredient": "ingredients"}


@dataclass(frozen=True)
class Link:
    """`count` of the dishes that are left then, None where nobody counted. `symbol` is an icon.

    One that is `is_aside` stands among the sections as well, so that there is no need of it where both are seen.
    """

    label: str
    href: str
    is_on: bool = False
    count: int | None = None
    symbol: str = ""
    is_aside: bool = False


@dataclass(frozen=True)
class Section:
    """One facet. `more` are links that are shown when asked for; `field` is typed into, under the facet's name."""

    name: str
    title: str
    links: list[Link] = field(default_factory=list)
    more: list[Link] = field(default_factory=list)
    typed: str = ""


@dataclass(frozen=True)
class Filters:
    """`on` are what is asked for, each with the address without it."""

    on: list[Link]
    quick: list[Link]
    sections: list[Section]
    nothing: str

    @property
    def is_any_on(self) -> bool:
        return bool(self.on) or any(link.is_on for link in self.quick)


@dataclass(frozen=True)
class Addresses:
    """From what is wanted to addresses of what is wanted a little differently."""

    here: str
    wanted: Wanted

    def __call__(self, **changes: Any) -> str:
        query = query_of(replace(self.wanted, **{"page": 1, **changes}))
        return f"{self.here}?{query}" if query else self.here

    def without(self, name: str, value: str) -> str:
        return self(**{name: tuple(one for one in getattr(self.wanted, name) if one != value)})

    def with_one(self, name: str, value: str) -> str:
        return self(**{name: (*getattr(self.wanted, name), value)})


def filters_of(
    wanted: Wanted, facets: Facets, collections: Sequence[tuple[UUID, str]], here: str, *, at_table: bool
) -> Filters:
    """Favourites, and whom a dish suits, are for the people of the table to ask for."""
    at, named = Addresses(here, wanted), dict(collections)
    quick = [link for name, link in quick_links(at) if at_table or name not in FOR_THE_TABLE]
    sections = [*sections_of(at, facets), *more_sections(at, named)]
    return Filters(on=list(on_links(at, named)), quick=quick, sections=sections, nothing=here)


def quick_links(at: Addresses) -> Iterator[tuple[str, Link]]:
    flags = (
        ("cookable", _("Everything here"), "pantry"),
        ("favourites", _("Your favourites"), "heart"),
        ("for_everybody", _("Suits all of us"), "people"),
    )
    for name, label, symbol in flags:
        is_on = getattr(at.wanted, name)
        yield name, Link(label, at(**{name: not is_on}), is_on, symbol=symbol)
    for name, value, label, symbol in (
        ("max_minutes", SOON, _("Up to %(time)s") % {"time": how_long(SOON)}, "clock"),
        ("min_rating", WELL_LIKED, liked(WELL_LIKED), "star"),
        ("not_cooked_for", A_MONTH, not_for(A_MONTH), "calendar"),
    ):
        is_on = getattr(at.wanted, name) == value
        yield name, Link(label, at(**{name: None if is_on else value}), is_on, symbol=symbol, is_aside=True)


def on_links(at: Addresses, collections: Mapping[UUID, str]) -> Iterator[Link]:
    """What is asked for besides what was typed and what the quick ones show."""
    wanted = at.wanted
    for name, sentence in (
        ("ingredients", _("with %(name)s")),
        ("without", _("without %(name)s")),
        ("tags", "%(name)s"),
    ):
        for value in getattr(wanted, name):
            yield Link(sentence % {"name": value}, at.without(name, value), is_on=True)
    for name, label in (
        ("category", wanted.category),
        ("cuisine", wanted.cuisine),
        ("diet", str(Diet(wanted.diet).label) if wanted.diet else ""),
        ("difficulty", str(Difficulty(wanted.difficulty).label) if wanted.difficulty else ""),
    ):
        if label:
            yield Link(label, at(**{name: type(getattr(wanted, name))()}), is_on=True)
    yield from on_numbers(at)
    if wanted.collection:
        name = collections.get(wanted.collection, _("a collection that is gone"))
        yield Link(_("in %(name)s") % {"name": name}, at(collection=None), is_on=True)


def on_numbers(at: Addresses) -> Iterator[Link]:
    """Figures other than those of the quick links, which show themselves."""
    wanted = at.wanted
    if wanted.max_minutes and wanted.max_minutes != SOON:
        yield Link(_("Up to %(time)s") % {"time": how_long(wanted.max_minutes)}, at(max_minutes=None), is_on=True)
    if wanted.min_rating and wanted.min_rating != WELL_LIKED:
        yield Link(liked(wanted.min_rating), at(min_rating=None), is_on=True)
    if wanted.not_cooked_for and wanted.not_cooked_for != A_MONTH:
        yield Link(not_for(wanted.not_cooked_for), at(not_cooked_for=None), is_on=True)


def sections_of(at: Addresses, facets: Facets) -> Iterator[Section]:
    for name, title, is_number in (
        ("max_minutes", _("Time"), True),
        ("ingredient", _("With"), False),
        ("without", _("Without"), False),
        ("category", _("Course"), False),
        ("cuisine", _("Cuisine"), False),
        ("tag", _("Tags"), False),
        ("diet", _("Diet"), False),
        ("difficulty", _("Difficulty"), True),
        ("min_rating", _("Rating"), True),
    ):
        links = [link_of(at, name, one, is_number=is_number) for one in getattr(facets, name, [])]
        typed = {"ingredient": _("chicken, lentils …"), "without": _("nuts, coriander …")}.get(name, "")
        if links or typed:
            yield Section(name, title, links[:FEW], links[FEW:], typed)


def more_sections(at: Addresses, collections: Mapping[UUID, str]) -> Iterator[Section]:
    """What nobody counts."""
    links = []
    for id, name in collections.items():
        is_on = at.wanted.collection == id
        links.append(Link(name, at(collection=None if is_on else id), is_on))
    if links:
        yield Section("collection", _("Collections"), links[:FEW], links[FEW:])
    yield Section("not_cooked_for", _("Not cooked for"), [long_ago(at, days) for days in LONG_AGO])


def link_of(at: Addresses, name: str, choice: Choice, *, is_number: bool = False) -> Link:
    """Of tags and ingredients one more or less; of everything else this one instead of another."""
    if several := LISTS.get(name):
        change = at.without if choice.is_chosen else at.with_one
        href = change(several, choice.value)
    else:
        value: Any = int(choice.value) if is_number else choice.value
        href = at(**{name: (None if is_number else "") if choice.is_chosen else value})
    return Link(choice.label, href, choice.is_chosen, choice.count)


def long_ago(at: Addresses, days: int) -> Link:
    is_on = at.wanted.not_cooked_for == days
    return Link(span(days), at(not_cooked_for=None if is_on else days), is_on)


def liked(stars: int) -> str:
    return ngettext("%(count)d star and more", "%(count)d stars and more", stars) % {"count": stars}


def not_for(days: int) -> str:
    return _("Not cooked for %(span)s") % {"span": span(days)}


def span(days: int) -> str:
    named = {A_MONTH: _("a month"), 90: _("three months"), 365: _("a year")}
    return named.get(days) or ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
