"""Text that is still being written: marks that have begun and not ended are ended, or held back, for the time being."""

import re

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
CODE = re.compile(r"(`+)(?!`)(?:.*?[^`])??\1(?!`)", re.DOTALL)
# A link that has begun: "[", "[word", "[word](", "[word](http://…".
LINK = re.compile(r"!?\[([^\[\]\n]*)(?:\](?:\([^()\s]*)?)?$")
# Marks at the very end may be the beginning of more: "*" of "**", "-" of a rule, "#" of a heading.
DANGLING = re.compile(r"(?:(?<=\s)|^)[*_~`#>+-]{1,3}[ ]?$")
PAIRS = ("**", "__", "~~", "*", "_")


def repaired(text: str) -> str:
    """The text so that it renders as what it is about to become; nothing of it that reads as words is lost."""
    if _inside_fence(text):
        return text
    head, gap, tail = text.rpartition("\n\n")
    return head + gap + _ended(tail)


def _inside_fence(text: str) -> bool:
    opened = ""
    for found in FENCE.finditer(text):
        mark = found[1]
        if not opened:
            opened = mark
        elif mark[0] == opened[0] and len(mark) >= len(opened):
            opened = ""
    return bool(opened)


def _ended(tail: str) -> str:
    tail = DANGLING.sub("", tail)
    tail = LINK.sub(r"\1", tail)
    plain = CODE.sub("", tail)
    if "`" in plain:
        return f"{tail}`" if not tail.endswith("`") else tail[:-1]
    for mark in PAIRS:
        found = _unpaired(plain, mark)
        if found is not None:
            tail, plain = _close(tail, mark), _close(plain, mark)
    return tail


def _unpaired(text: str, mark: str) -> int | None:
    """Where `mark` opens something that is not closed, None if all is even."""
    sign = re.escape(mark[0])
    exact = rf"(?<!{sign}){re.escape(mark)}(?!{sign})"
    # Within words an underscore is a letter, and a star with a space behind it is a bullet or a product.
    opening = [found for found in re.finditer(exact, text) if _marks(text, found, mark)]
    return opening[-1].start() if len(opening) % 2 else None


def _marks(text: str, found: re.Match[str], mark: str) -> bool:
    before = text[found.start() - 1 : found.start()]
    after = text[found.end() : found.end() + 1]
    if (not before or before.isspace()) and (not after or after.isspace()):
        return False
    return not (mark[0] == "_" and before.isalnum() and after.isalnum())


def _close(text: str, mark: str) -> str:
    stripped = text.rstrip()
    if stripped.endswith(mark):
        return stripped.removesuffix(mark)
    # "**bold*": the second star is on its way.
    if len(mark) == len("**") and stripped.endswith(mark[0]):
        stripped = stripped[:-1]
    return stripped + mark
