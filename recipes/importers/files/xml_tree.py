"""XML of other programs, read without anything that reaches out or grows: no entities, no DTD, no network."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree

from recipes.importers import clean
from recipes.importers.draft import Draft
from recipes.importers.source import Source, UnreadableError

DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# The bare name of a document type declares nothing, and old programs write it. It is taken out unread.
BARE_DOCTYPE = re.compile(
    r"^\s*<!DOCTYPE\s+[\w:.-]{1,60}(?:\s+(?:SYSTEM|PUBLIC)(?:\s+[\"'][^\"'<>\[\]]{0,200}[\"']){1,2})?\s*>"
)
CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
DECLARES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
DECLARES_PARTS = re.compile(r"^\s*(?:<\?xml[^>]{0,200}\?>)?\s*(?:<!DOCTYPE[^>\[]{0,300}\[|<!ENTITY)", re.IGNORECASE)
ROOT = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}\?>)?\s*(?:<!DOCTYPE[^>]{0,300}>)?\s*(?:<!--.{0,2000}?-->\s*)*<([\w:.-]{1,60})", re.DOTALL
)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MOST = 20_000
GUARDED: Any = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "recover": True,
}  # fmt: skip
Element = Any


def fits(source: Source) -> bool:
    """Files that are refused whatever they are."""
    return DECLARES_PARTS.match(source.head[:3000]) is not None


def read(source: Source) -> list[Draft]:
    del source
    raise UnreadableError(_("The file declares parts of its own, which no recipe needs. It is not read."))


def root_of(source: Source) -> str:
    """The name of the outermost element, in small letters."""
    found = ROOT.match(source.head[:3000])
    return found.group(1).lower() if found else ""


def parse(text: str) -> Element:
    bare = BARE_DOCTYPE.sub("", DECLARATION.sub("", text.lstrip("\ufeff \t\r\n")))
    if DECLARES.search(CDATA.sub("", bare)):
        raise UnreadableError(_("The file is broken."))
    parser = etree.XMLParser(**GUARDED)
    try:
        root = etree.fromstring(FORBIDDEN.sub("", bare), parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise UnreadableError(_("The file is broken."))
    return root


def each(source: Source, name: str) -> Iterator[Element]:
    """The elements of a name one after the other. Of a large file only one of them is in memory."""
    if source.file is None:
        yield from every(parse(source.text), name)
        return
    if DECLARES_PARTS.match(source.head[:3000]):
        raise UnreadableError(_("The file is broken."))
    source.file.seek(0)
    try:
        for _event, element in islice(etree.iterparse(source.file, tag=name, **GUARDED), MOST):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.LxmlError:
        raise UnreadableError(_("The file is broken from here on.")) from None


def text(element: Element, *names: str) -> str:
    """The text of the first child that has one of the names and says something."""
    for name in names:
        for found in element.iterfind(f".//{name}"):
            said = clean.text("".join(found.itertext()))
            if said:
                return said
    return ""


def texts(element: Element, name: str) -> list[str]:
    return [said for found in element.iterfind(f".//{name}") if (said := clean.line("".join(found.itertext())))]


def every(root: Element, name: str) -> Iterator[Element]:
    for at, element in enumerate(root.iter(name)):
        if at >= MOST:
            return
        yield element
