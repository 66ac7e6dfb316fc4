"""No sentence for people stands in Python or JavaScript untranslated."""

import ast
from collections.abc import Iterator

from tests.conventions.project import app_modules, at, files, lines_with, obey, text_of
from tests.conventions.words import words

# Calls whose first text people read, and names of arguments that people read.
CALLS = {"DomainError": 0, "ValidationError": 0, "Verb": 0, "RegexValidator": 1}
MESSAGES = {"success", "error", "warning", "info"}
ARGUMENTS = {"label", "help_text", "verbose_name", "verbose_name_plural", "empty_label", "violation_error_message"}
# Operators' commands and checks speak English, as the papers do.
FOR_OPERATORS = {"management", "doctor", "embedded", "server", "paper"}
# A text that a module puts on the page by itself, instead of taking it from an attribute or a <template>.
IN_JS = r"(?:textContent|innerText|innerHTML|title|placeholder|ariaLabel)\s*=\s*[\"'`][^\"'`]*[A-Za-z]{2}"
IN_JS += (
    r"|(?:alert|confirm|prompt)\(\s*[\"'`]|setAttribute\(\s*[\"'](?:aria-label|title|placeholder)[\"']\s*,\s*[\"'`]"
)


def is_plain(node: ast.expr) -> bool:
    """Whether it is a text with words that went through no gettext."""
    if isinstance(node, ast.JoinedStr):
        return any(is_plain(part) for part in node.values)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(words(node.value))


def read_by_people(call: ast.Call) -> Iterator[ast.expr]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    of_messages = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "messages"
    place = CALLS.get(name, 1 if of_messages and name in MESSAGES else None)
    if place is not None and len(call.args) > place:
        yield call.args[place]
    yield from (keyword.value for keyword in call.keywords if keyword.arg in ARGUMENTS)


def plain_texts(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from (text.lineno for text in read_by_people(node) if is_plain(text))


def test_python_translates_what_people_read() -> None:
    obey(
        f"{at(path, line)}: this text is read by people: wrap it in gettext (or gettext_lazy)."
        for path in app_modules()
        if not FOR_OPERATORS & set(path.parts)
        for line in plain_texts(text_of(path))
    )


def test_javascript_takes_its_words_from_the_page() -> None:
    obey(
        f"{at(path, line)}: {text!r} puts words on the page. Take them from a data attribute or a <template>."
        for path in files(".js", under="static")
        for line, text in lines_with(path, IN_JS)
    )
