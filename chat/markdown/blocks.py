"""Markdown as a list of blocks, each one HTML element: what stands still is not sent again while the end grows."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from chat.markdown.repair import repaired

TAGS = {
    *("p", "br", "hr", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a", "span", "div"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "span": {"class"}, "div": {"class", "tabindex"}}
SCHEMES = {"http", "https"}
# The page has its h1 and h2: what a model calls a heading stands below them.
HIGHEST = 3
DEEPEST = 6


class Renderer(RendererHTML):
    """Each top-level block is one element; a link shows where it leads."""

    def link_close(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        del options, env
        opening = _opening(tokens, index)
        href = str(opening.attrGet("href") or "")
        host = urlsplit(href).hostname or ""
        said = "".join(token.content for token in tokens[tokens.index(opening) : index])
        # Words that merely hold the host could name another before it.
        return "</a>" if said.strip() in (host, href) else f'</a> <span class="host">({escape(host)})</span>'

    def table_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        del tokens, index, options, env
        return '<div class="wide" tabindex="0"><table>'

    def table_close(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        del tokens, index, options, env
        return "</table></div>"


def _opening(tokens: Sequence[Token], index: int) -> Token:
    return next(token for token in reversed(tokens[:index]) if token.type == "link_open")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}, renderer_cls=Renderer)
    parser.enable(["table", "strikethrough"]).disable(["image", "html_block", "html_inline", "reference"])
    parser.validateLink = _is_web  # type: ignore[method-assign]
    return parser


def _is_web(url: str) -> bool:
    """Only addresses of the web, written out: no scripts, no data, nothing relative."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.hostname)


@lru_cache(maxsize=256)
def _rendered(text: str) -> tuple[SafeString, ...]:
    parser = _parser()
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(DEEPEST, int(token.tag[1]) + HIGHEST - 1)}"
    found = (_clean(str(parser.renderer.render(part, parser.options, env))) for part in _parts(tokens))
    return tuple(block for block in found if block)


def _parts(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of each top-level block."""
    parts: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            parts.append([])
        depth += token.nesting
        parts[-1].append(token)
    return parts


def _clean(html: str) -> SafeString:
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )
    return mark_safe(cleaned.strip())  # noqa: S308  (nh3 has just cleaned it)


def blocks_of(text: str, *, unfinished: bool = False) -> tuple[SafeString, ...]:
    """The blocks of `text` as safe HTML; `unfinished` text is repaired first."""
    return _rendered(repaired(text) if unfinished else text)


def html_of(text: str, *, unfinished: bool = False) -> SafeString:
    return mark_safe("\n".join(blocks_of(text, unfinished=unfinished)))  # noqa: S308  (each block is clean)
