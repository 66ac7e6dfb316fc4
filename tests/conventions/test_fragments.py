"""A fragment is one file with one root element that has an id of `dom_id`, so it can be put in its own place."""

from collections.abc import Iterator
from pathlib import Path

from tests.conventions.markup import HELD, Element, Text, template_tree
from tests.conventions.project import at, files, obey, text_of


def faults(path: Path) -> Iterator[str]:
    tree = template_tree(text_of(path))
    roots = [child for child in tree.children if isinstance(child, Element)]
    loose = [child for child in tree.children if isinstance(child, Text) and HELD.sub("", child.text).strip()]
    if len(roots) != 1 or loose:
        yield f"{at(path)}: a fragment has one root element and nothing beside it, this one has {len(roots)}."
        return
    if "{% dom_id " not in roots[0].attributes.get("id", ""):
        yield f'{at(path, roots[0].line)}: the root of a fragment has id="{{% dom_id … %}}".'


def test_fragments_have_one_root_with_an_id() -> None:
    obey(fault for path in files(".html", under="templates") if path.name.startswith("_") for fault in faults(path))
