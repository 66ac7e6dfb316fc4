"""Markdown as plain text, and the head that some files of it have."""

import re
from typing import Any

PICTURE = re.compile(r"!\[[^\]]{0,200}\]\([^)\s]{0,500}\)")
LINK = re.compile(r"\[([^\]]{1,200})\]\([^)\s]{0,500}\)")
EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)([^*_`\n]{1,300})(?<=\S)\1")
HEAD = re.compile(r"^\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
KEY = re.compile(r"^([\w][\w -]{0,40}):[ \t]*(.*)$")
ITEM = re.compile(r"^\s*-\s+(.*)$")


def plain(text: str) -> str:
    return EMPHASIS.sub(r"\2", LINK.sub(r"\1", PICTURE.sub("", text)))


def head_and_body(text: str) -> tuple[dict[str, Any], str]:
    """The front matter (texts and lists of texts, names in small letters) and what follows it."""
    fields, body = as_written(text)
    return {name.lower(): value for name, value in fields.items()}, body


def as_written(text: str) -> tuple[dict[str, Any], str]:
    """The same, the names in their own letters. What is below a name is called "source.url"."""
    found = HEAD.match(text[:200_000].replace("\r\n", "\n"))
    if found is None:
        return {}, text
    return _fields(found.group(1)), text[:200_000].replace("\r\n", "\n")[found.end() :] + text[200_000:]


def _fields(head: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    name = ""
    for line in head.split("\n"):
        item, key = ITEM.match(line), KEY.match(line)
        if item and name:
            if not isinstance(fields[name], list):
                fields[name] = []
            fields[name].append(_bare(item.group(1)))
        elif key and not line.startswith((" ", "\t")):
            name = key.group(1).strip()
            fields[name] = _bare(key.group(2))
        elif name and fields[name] == "" and (inner := KEY.match(line.strip())):
            fields[f"{name}.{inner.group(1).strip()}"] = _bare(inner.group(2))
        elif name and line.strip() and isinstance(fields[name], str):
            fields[name] = f"{fields[name].lstrip('|>-')}\n{line.strip()}".strip()
    return fields


def _bare(value: str) -> Any:
    bare = value.strip()
    if bare.startswith("[") and bare.endswith("]"):
        return [part.strip(" '\"") for part in bare[1:-1].split(",") if part.strip()]
    quoted = len(bare) > 1 and bare[0] == bare[-1] and bare[0] in {'"', "'"}
    return bare[1:-1] if quoted else bare
