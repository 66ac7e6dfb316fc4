"""The same source is known again, and two that only look alike are not taken for one."""

import pytest

from recipes.content import RecipeContent
from recipes.importers import Section
from recipes.sources import canonical, host_of, source_key


def content(name: str = "Dal", url: str = "", lines: tuple[str, ...] = ("200 g lentils", "1 onion")) -> RecipeContent:
    return RecipeContent(name, source_url=url, ingredients=[Section("", list(lines))])


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/dal",
        "http://www.example.org/dal/",
        "https://EXAMPLE.org/dal#steps",
        "https://example.org/dal?utm_source=x&fbclid=y",
        "https://m.example.org/dal",
    ],
)
def test_one_page_by_many_addresses(url: str) -> None:
    assert canonical(url) == "https://example.org/dal"
    assert source_key(content(url=url)) == source_key(content(url="https://example.org/dal"))


def test_different_pages_and_dishes() -> None:
    keys = {
        source_key(content(url="https://example.org/dal?id=1")),
        source_key(content(url="https://example.org/dal?id=2")),
        source_key(content(url="https://example.org/soup")),
        source_key(content(name="Soup", url="https://example.org/soup")),
        source_key(content()),
        source_key(content(lines=("1 leek",))),
    }
    assert len(keys) == 6
    assert all(len(key) == 64 for key in keys)


def test_without_an_address_by_name_and_ingredients() -> None:
    assert source_key(content("DAL")) == source_key(content("Dal", lines=("1 onion", "200 g lentils")))


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "ftp://example.org/", "https://[", "data:text/html,x"])
def test_what_is_no_address_of_the_web_has_no_host(url: str) -> None:
    assert host_of(url) == ""
    source_key(content(url=url))
