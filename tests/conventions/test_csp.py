"""The Content-Security-Policy lets nothing inline run, so nothing inline is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conventions.markup import Element, page_tree, template_tree
from tests.conventions.pages import Page
from tests.conventions.project import at, files, obey, text_of

pytestmark = pytest.mark.django_db(transaction=True)

DATA_SCRIPTS = ("application/json", "application/ld+json", "importmap+json", "speculationrules+json")


def inline(tree: Element) -> Iterator[tuple[int, str]]:
    """Line and name of everything that the policy would refuse."""
    for one in tree:
        if one.tag == "style":
            yield one.line, "a <style> element"
        if one.tag == "script" and "src" not in one.attributes and one.attributes.get("type") not in DATA_SCRIPTS:
            yield one.line, "a <script> without src"
        for name, value in one.attributes.items():
            if name == "style" or name.startswith(("on", "hx-on")):
                yield one.line, f"the attribute {name}"
            if value.strip().lower().startswith("javascript:"):
                yield one.line, f"{name}={value}"


def templates() -> list[Path]:
    """No mails: no page shows them, and programs that read mail take no style sheet from elsewhere."""
    pages = [path for path in files(".html", ".svg", under="templates") if path.name != "mail.html"]
    return pages + files(".svg", ".html", under="static")


def test_templates_hold_nothing_inline() -> None:
    obey(
        f"{at(path, line)}: {what} is inline, which the Content-Security-Policy refuses. Use a class or a module."
        for path in templates()
        for line, what in inline(template_tree(text_of(path)))
    )


def test_pages_hold_nothing_inline(pages: list[Page]) -> None:
    obey(
        f"{page}: line {line} of what is sent: {what} is inline, which the Content-Security-Policy refuses."
        for page in pages
        if page.sends_html
        for line, what in inline(page_tree(page.text))
    )


def test_pages_carry_a_strict_policy(pages: list[Page]) -> None:
    obey(
        f"{page}: its Content-Security-Policy is {policy or 'missing'!r}; it must be strict, without unsafe-*."
        for page in pages
        for policy in (page.headers.get("content-security-policy", ""),)
        if page.sends_html and ("default-src 'self'" not in policy or "unsafe-" in policy)
    )
