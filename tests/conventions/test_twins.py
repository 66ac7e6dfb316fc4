"""Everything works without JavaScript: what htmx does, a link or a form does with the same URL."""

from collections.abc import Iterator

from tests.conventions.markup import Element, template_tree
from tests.conventions.project import at, files, obey, text_of

VERBS = {"hx-get": "get", "hx-post": "post", "hx-put": "post", "hx-patch": "post", "hx-delete": "post"}


def links_inside(element: Element) -> set[str]:
    """The addresses of links in it, which stand for what htmx fills in on load."""
    return {one.attributes["href"] for one in element if "href" in one.attributes}


def forms_around(element: Element, method: str) -> set[str]:
    """The addresses that it sends to as, or in, a plain form."""
    return {
        one.attributes.get("action", "")
        for one in (element, *element.ancestors())
        if one.tag == "form" and one.attributes.get("method", "get").lower() == method
    }


def follows_live(element: Element) -> bool:
    """Drawn again when a live notice says so: without JavaScript that is what loading the page does."""
    return element.attributes.get("hx-trigger", "").startswith("live:")


def has_twin(element: Element, verb: str) -> bool:
    url = element.attributes[verb]
    if VERBS[verb] == "get" and url in links_inside(element):
        return True
    return url in forms_around(element, VERBS[verb]) or url == element.attributes.get("formaction")


def orphans(tree: Element) -> Iterator[tuple[int, str]]:
    for element in tree:
        for verb in VERBS:
            if verb in element.attributes and not follows_live(element) and not has_twin(element, verb):
                yield element.line, f'{verb}="{element.attributes[verb]}"'


def test_htmx_has_a_plain_twin() -> None:
    obey(
        f"{at(path, line)}: {what} works with JavaScript only. Give it a link (href) or a form (action, method) "
        "with the same URL."
        for path in files(".html", under="templates")
        for line, what in orphans(template_tree(text_of(path)))
    )
