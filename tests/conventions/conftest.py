"""The walks through every page, each done once a session and read by many rules."""

from collections.abc import Callable

import pytest

from tests.conventions.cast import Cast, cast, sign_in_again
from tests.conventions.pages import Page, walk
from tests.conventions.pseudo import pseudo_locale

WALKS = pytest.StashKey[dict[str, list[Page]]]()
Prepare = Callable[[bool], Cast]


def once(request: pytest.FixtureRequest, name: str, make: Callable[[], list[Page]]) -> list[Page]:
    walks = request.config.stash.setdefault(WALKS, {})
    if name not in walks:
        walks[name] = make()
    return walks[name]


def prepared(request: pytest.FixtureRequest, *, crowd: bool) -> Cast:
    owner = request.getfixturevalue("alice")
    client = request.getfixturevalue("client_of")(owner)
    sign_in_again(client)
    return cast(request.getfixturevalue("household"), owner, client, crowd=crowd)


@pytest.fixture
def pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page of a household with one of everything."""
    return once(request, "few", lambda: walk(prepared(request, crowd=False)))


@pytest.fixture
def crowded_pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page of a household with thirty of everything."""
    return once(request, "many", lambda: walk(prepared(request, crowd=True)))


@pytest.fixture
def pseudo_pages(request: pytest.FixtureRequest) -> list[Page]:
    """Every page in the pseudo-locale, where what is translated stands between ⟦ and ⟧."""

    def make() -> list[Page]:
        people = prepared(request, crowd=False)
        with pseudo_locale():
            return walk(people)

    return once(request, "pseudo", make)
