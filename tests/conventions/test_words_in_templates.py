"""No template holds a word that is not inside `{% translate %}` or `{% blocktranslate %}`, drawn in a walk or not."""

import re
from collections.abc import Iterator

from tests.conventions.markup import TAG, template_tree
from tests.conventions.project import at, files, obey, text_of
from tests.conventions.words import spoken, words

BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
CLASSES = re.compile(r"{%\s*block \w*(?:class|attrs)\s*%}.*?{%\s*endblock\b[^%]*%}", re.DOTALL)
# The product's name is the same in every language.
PROPER = ("Kitchen",)
# What a tag hands to an element to be read: `{% include "…" with label="Save" %}`.
HANDED = re.compile(r"\b(?:label|title|text|message|help|heading|sentence|alt|caption|placeholder|detail)=\"([^\"]*)\"")


def without_translated(source: str) -> str:
    """The source without what is translated, and without blocks that fill attributes."""
    for pattern in (BLOCK, CLASSES):
        source = pattern.sub(lambda found: "\n" * found.group().count("\n"), source)
    return source


def faults(source: str, *, html: bool) -> Iterator[tuple[int, str]]:
    """Line and text of everything that people read and that no tag translates."""
    source = without_translated(source)
    if html:
        yield from spoken(template_tree(source))
    else:
        bare = TAG.sub(lambda found: "\n" * found.group().count("\n"), source)
        yield from enumerate(bare.splitlines(), start=1)
    for number, line in enumerate(source.splitlines(), start=1):
        for tag in TAG.findall(line):
            yield from ((number, handed) for handed in HANDED.findall(tag))


def test_every_word_is_translated() -> None:
    obey(
        f"{at(path, line)}: {' '.join(text.split())!r} is not translated. Put it into {{% translate %}}."
        for path in files(".html", ".txt", under="templates")
        for line, text in faults(text_of(path), html=path.suffix == ".html")
        if [word for word in words(text) if word not in PROPER]
    )
