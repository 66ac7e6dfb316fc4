"""A page is light: few queries, the same number for one row and for thirty, and few bytes."""

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from kitchen import stylesheets
from tests.conventions.doors import our_doors
from tests.conventions.markup import page_tree
from tests.conventions.pages import Page
from tests.conventions.project import obey

pytestmark = pytest.mark.django_db(transaction=True)

QUERIES = 10
# A package's own page: it asks anew for each kind of second factor.
MORE_QUERIES = {"mfa_add_webauthn": 12}
BROKEN = 500
FINE = {200, 204, 301, 302, 405}
# What answers otherwise when nothing went before: a sign-in elsewhere that failed.
ELSE = {"socialaccount_login_error": 401}
HTML, FIRST_VISIT = 20 * 1024, 120 * 1024
IMPORT = re.compile(rb"(?:import|from)\s*[\"'](\.{1,2}/[^\"']+)[\"']")


def test_every_page_answers(pages: list[Page], crowded_pages: list[Page]) -> None:
    obey(
        f"{page}: answered {page.status} {page.error}".rstrip() + "."
        for page in pages + crowded_pages
        if page.status not in FINE
        and not (page.reader != "owner" and page.status == 404)
        and page.status != ELSE.get(page.door.name)
    )


def test_nothing_breaks_when_nothing_is_sent(pseudo_pages: list[Page]) -> None:
    obey(f"{page}: answered {page.status} {page.error}." for page in pseudo_pages if page.status >= BROKEN)


def test_every_url_of_ours_is_walked(pages: list[Page]) -> None:
    walked = {page.door.name for page in pages}
    obey(
        f"{door.name}: the walk does not know what to put into {door.route}. Tell tests/conventions/cast.py."
        for door in our_doors()
        if door.name not in walked
    )


@pytest.fixture
def full_pages(pages: list[Page], crowded_pages: list[Page]) -> list[Page]:
    """Of each page and reader the one with the most on it."""
    return crowded_pages + [page for page in pages if page.reader != "owner"]


def test_pages_take_few_queries(full_pages: list[Page]) -> None:
    obey(
        f"{page}: {len(page.queries)} queries, at most {QUERIES} are allowed: {page.asked}."
        for page in full_pages
        if page.is_html and len(page.queries) > MORE_QUERIES.get(page.door.name, QUERIES)
    )


def test_queries_do_not_grow_with_rows(pages: list[Page], crowded_pages: list[Page]) -> None:
    few = {(page.door.name, page.reader): len(page.queries) for page in pages}
    obey(
        f"{page}: {one} queries with one row of each, {len(page.queries)} with thirty: {page.asked}."
        for page in crowded_pages
        for one in (few[page.door.name, page.reader],)
        if page.is_html and len(page.queries) != one
    )


def test_html_is_small(full_pages: list[Page]) -> None:
    obey(
        f"{page}: {page.compressed} bytes of compressed HTML, at most {HTML} are allowed."
        for page in full_pages
        if page.is_html and page.compressed > HTML
    )


def static_files(page: Page) -> set[str]:
    """Names of the style sheets and modules that the page loads at once."""
    addresses = [
        one.attributes.get("href" if one.tag == "link" else "src", "")
        for one in page_tree(page.text)
        if one.tag == "script" or one.attributes.get("rel") in {"stylesheet", "modulepreload"}
    ]
    return {
        address.removeprefix(settings.STATIC_URL) for address in addresses if address.startswith(settings.STATIC_URL)
    }


@cache
def content(name: str) -> bytes:
    found = finders.find(name)
    assert found, f"no static file {name}"
    return Path(str(found)).read_bytes()


@cache
def on_the_wire(name: str) -> int:
    return len(gzip.compress(content(name)))


def sent(page: Page) -> int:
    """What a visitor who was never here loads; the sheets come as the one file that is collected of them."""
    names = with_imports(static_files(page))
    sheets = {name for name in names if name.endswith(".css")}
    assert sheets <= set(stylesheets.sheets()), sheets
    return page.compressed + all_sheets() + sum(map(on_the_wire, names - sheets))


@cache
def all_sheets() -> int:
    return len(gzip.compress(stylesheets.bundle()))


def with_imports(names: set[str]) -> set[str]:
    """Also the modules that these modules import, by the names the finders know."""
    seen: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        seen.add(name)
        if name.endswith(".js"):
            folder = name.rpartition("/")[0]
            found = {resolved(folder, address.decode()) for address in IMPORT.findall(content(name))}
            waiting |= found - seen
    return seen


def resolved(folder: str, address: str) -> str:
    parts = folder.split("/") if folder else []
    for part in address.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def test_a_first_visit_is_light(full_pages: list[Page]) -> None:
    obey(
        f"{page}: a first visit loads {total} bytes compressed, at most {FIRST_VISIT} are allowed."
        for page in full_pages
        if page.is_html
        for total in (sent(page),)
        if total > FIRST_VISIT
    )
