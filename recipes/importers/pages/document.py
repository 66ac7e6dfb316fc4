"""A page of HTML as a tree, and what its head says."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import lxml.html
from lxml import etree

from recipes.importers import clean
from recipes.importers.draft import Draft

Element = Any
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
PARTS_OF_TITLE = re.compile(r"\s+[|–—·»:-]\s+")


@dataclass
class Document:
    root: Element
    text: str
    url: str

    def meta(self, *names: str) -> str:
        """The first of the head's own words: og:title, description."""
        for name in names:
            for key in ("property", "name", "itemprop"):
                for element in self.root.iterfind(f".//meta[@{key}='{name}']"):
                    found = clean.line(element.get("content"))
                    if found:
                        return found
        return ""

    def title(self) -> str:
        headings = [words for element in self.root.iter("h1") if (words := clean.line(inner_text(element), 300))]
        whole = self.meta("og:title", "twitter:title") or self._title_element()
        named = next((words for words in headings if words.casefold() in whole.casefold()), "")
        part = PARTS_OF_TITLE.split(whole)[0]
        # A heading may have more in it than the name: what is written above the name, in smaller letters.
        is_within = bool(part) and len(headings) == 1 and headings[0].casefold().endswith(part.casefold())
        return named or (headings[0] if len(headings) == 1 and not is_within else "") or part

    def _title_element(self) -> str:
        return next((clean.line(inner_text(element)) for element in self.root.iter("title")), "")

    def head(self) -> Draft:
        """What every page says of itself, to fill gaps with."""
        address = self.url or clean.url(self.meta("og:url")) or self._canonical()
        return Draft(
            title=self.title(),
            description=self.meta("og:description", "description"),
            image=clean.url(self.meta("og:image", "og:image:url", "twitter:image"), address),
            author=self.meta("author"),
            source_url=address,
            source_name=self.meta("og:site_name", "application-name") or host(address),
        )

    def _canonical(self) -> str:
        return next((clean.url(element.get("href")) for element in self.root.iterfind(".//link[@rel='canonical']")), "")


def host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def inner_text(element: Element) -> str:
    return "".join(str(part) for part in element.itertext(with_tail=False))


def parse(text: str, url: str = "") -> Document | None:
    """The tree of a page, or None where there is nothing of one."""
    bare = FORBIDDEN.sub("", DECLARATION.sub("", text))
    try:
        root = lxml.html.document_fromstring(bare, parser=lxml.html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return Document(root, bare, url)
