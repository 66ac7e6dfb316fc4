"""A fragment is one file with one root element that has an id of `dom_id`, so it can be put in its own place."""

from collections.abc import Iterator

from tests.conventions.markup import HELD, Element, Text, template_tree
from tests.conventions.project import at, files, obey, text_of


def faults(tree: Element) -> Iterator[tuple[int, str]]:
    """Line and sentence of what keeps a template from being a fragment."""
    roots = [child for child in tree.children if isinstance(child, Element)]
    loose = [child for child in tree.children if isinstance(child, Text) and HELD.sub("", child.text).strip()]
    if len(roots) != 1 or loose:
        yield 1, f"a fragment has one root element and nothing beside it, this one has {len(roots)}."
    elif "{% dom_id " not in roots[0].attributes.get("id", ""):
        yield roots[0].line, 'the root of a fragment has id="{% dom_id … %}".'


def test_fragments_have_one_root_with_an_id() -> None:
    obey(
        f"{at(path, line)}: {sentence}"
        for path in files(".html", under="templates")
        if path.name.startswith("_")
        for line, sentence in faults(template_tree(text_of(path)))
    )
