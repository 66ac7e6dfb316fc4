"""In a pseudo-locale every page is drawn without a word that somebody forgot to translate."""

import re
from collections.abc import Iterable
from zoneinfo import available_timezones

import pytest

from tests.conventions.cast import EATER, FACT, NAME, PLACE, REASON
from tests.conventions.markup import page_tree
from tests.conventions.pages import Page
from tests.conventions.project import obey
from tests.conventions.pseudo import without_translated
from tests.conventions.talks import SAID, TALK
from tests.conventions.words import spoken, words

# The product, and the rows of the tests: names, addresses, codes, facts.
PROPER = ("Kitchen", NAME, PLACE, EATER, FACT, REASON, SAID, TALK)
# Time zones by their names, whole or by continent and city: identifiers, which no language bends.
ZONES = {name.replace("_", " ") for name in available_timezones()}
PLACES = (
    ZONES | {name.partition("/")[0] for name in ZONES} | {name.partition("/")[2].replace("/", ", ") for name in ZONES}
)
MACHINE = re.compile(r"[\w.+-]+@[\w.-]+|https?://\S+|[\w-]*\d[\w-]*|\b[A-Z]{3}\b")


pytestmark = pytest.mark.django_db(transaction=True)


def forgotten(text: str, known: Iterable[str] = PROPER) -> list[str]:
    """The words in `text` that are neither translated nor data."""
    if text.strip() in PLACES:
        return []
    rest = MACHINE.sub(" ", text)
    return [word for word in words(rest) if word not in known]


def test_every_word_is_translated(pseudo_pages: list[Page]) -> None:
    obey(
        f"{page}: line {line} of what is sent: {' '.join(left)!r} is not translated."
        for page in pseudo_pages
        if page.sends_html
        for line, text in spoken(page_tree(without_translated(page.text)))
        if (left := forgotten(text))
    )


def test_marks_reach_across_tags() -> None:
    assert (
        without_translated("<p title='⟦a⟧'>⟦b <b title='c'>d</b>⟧ e</p>").replace(" ", "") == "<ptitle=''><b></b>e</p>"
    )


def test_the_walk_speaks_the_pseudo_locale(pseudo_pages: list[Page]) -> None:
    """Else the rule above would find nothing because nothing was marked."""
    drawn = [page for page in pseudo_pages if page.is_html]
    assert drawn
    unmarked = [page for page in drawn if "⟦" not in page.text]
    obey(f"{page}: nothing on it is marked as translated." for page in unmarked if says_something(page))


def says_something(page: Page) -> bool:
    return any(text.strip() for _line, text in spoken(page_tree(page.text)))
