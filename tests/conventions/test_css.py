"""CSS stands in layers, and its colours and sizes in pixels stand in tokens.css."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conventions.project import at, files, obey, text_of

LAYERS = ("reset", "tokens", "base", "layout", "components", "pages", "utilities")
NAMED = "white|black|red|green|blue|gray|grey|silver|orange|yellow|purple|navy|teal"
FUNCTIONS = "rgba?|hsla?|oklch|oklab|lch|lab|hwb|color"
COLOUR = re.compile(rf"#[0-9a-fA-F]{{3,8}}\b|(?<![-\w])(?:{FUNCTIONS})\(|(?<![-\w.#@])(?:{NAMED})(?![-\w(])")
PIXELS = re.compile(r"(?<![\w.-])-?\d*\.?\d+px\b")
# A hair line is a hair line: it does not grow with the text and has no better name than its width.
HAIR_LINES = {"1px", "-1px", "2px", "-2px"}
# Conditions of @media and @container cannot read custom properties.
CONDITION = re.compile(r"@(?:media|container|supports)[^{]*\{|@custom-media[^;]*;")
IMPORTANT = {
    "utilities": "a utility wins by definition",
    "print": "paper overrides the screen",
    "reset": "hidden stays hidden, and people who asked for less motion get none",
}


def bare(source: str) -> str:
    """The source without comments, strings and URLs, every line where it was."""
    return re.sub(r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"|'[^']*'", _blank, source, flags=re.DOTALL)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


def line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def statements(text: str) -> Iterator[tuple[int, str]]:
    """What stands at the top level: line and beginning, up to `{` or `;`."""
    depth, start = 0, 0
    for position, sign in enumerate(text):
        if depth == 0 and sign in "{;":
            head = text[start:position]
            yield line_at(text, start + len(head) - len(head.lstrip())), head.strip()
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0 and sign in "};":
            start = position + 1


def literals(source: str) -> Iterator[tuple[int, str]]:
    text = CONDITION.sub(_blank, bare(source))
    for found in (*COLOUR.finditer(text), *PIXELS.finditer(text)):
        if found.group() not in HAIR_LINES:
            yield line_at(text, found.start()), found.group()


def drawn(text: str) -> set[str]:
    """The names that a file draws wherever they stand: `.name {` at the first level of its layer."""
    return set(re.findall(r"^  \.([\w-]+)\s*\{", bare(text), re.MULTILINE))


css = pytest.mark.parametrize("path", files(".css", under="static"), ids=lambda path: path.name)


@css
def test_everything_is_in_a_layer(path: Path) -> None:
    known = ", ".join(LAYERS)
    obey(
        f"{at(path, line)}: {head!r} stands outside every layer. Put it into @layer, one of {known}."
        for line, head in statements(bare(text_of(path)))
        if not (names := layers_of(head)) or not names <= set(LAYERS)
    )


def layers_of(head: str) -> set[str]:
    """The layers that a statement names or fills, without the names of layers inside them."""
    found = re.match(r"@layer\s+([\w,\s.-]+)$", head) or re.match(r"@import\b.*\blayer\(([\w.-]+)\)", head, re.DOTALL)
    return {name.strip().partition(".")[0] for name in found.group(1).split(",")} if found else set()


@css
def test_literals_stand_in_tokens(path: Path) -> None:
    if path.name != "tokens.css":
        obey(
            f"{at(path, line)}: {found} is a literal. Give it a name in static/css/tokens.css and use var(--name)."
            for line, found in literals(text_of(path))
        )


@css
def test_nothing_is_important_but_utilities(path: Path) -> None:
    if path.stem not in IMPORTANT:
        text = bare(text_of(path))
        obey(
            f"{at(path, line_at(text, found.start()))}: !important is for {', '.join(IMPORTANT)}; use a layer."
            for found in re.finditer(r"!\s*important", text)
        )


def test_a_name_is_drawn_in_one_file() -> None:
    """Two things of one name would be drawn as each other; paper, staff's pages and utilities mean the same thing."""
    sheets = [path for path in files(".css", under="static") if path.stem not in {"print", "admin", "utilities"}]
    first: dict[str, Path] = {}
    obey(
        f"{path.name}: .{name} is drawn in {first[name].name} too. Call one of the two otherwise."
        for path in sheets
        for name in drawn(text_of(path))
        if first.setdefault(name, path) != path
    )
