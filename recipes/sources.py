"""Where a recipe came from: one address for one page, and the key by which an import is known again."""

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pantry.catalogue import name_key
from recipes.content import RecipeContent

# What is put behind addresses to see who sent whom.
TRAILS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src", "amp")


def canonical(url: str) -> str:
    """The address without what changes nothing about the page: its part, its trails, "www", a last slash."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    query = [(name, value) for name, value in parse_qsl(parts.query) if not name.lower().startswith(TRAILS)]
    return urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(sorted(query)), ""))


def host_of(url: str) -> str:
    """The host as people know it; "" for what is no address of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in {"http", "https"} else ""


def source_key(content: RecipeContent) -> str:
    """By its address and name where it has one, as a page may hold several dishes; else by what is in it."""
    name = name_key(content.name)
    if host_of(content.source_url):
        return _hash(canonical(content.source_url), name)
    lines = [name_key(line) for section in content.ingredients for line in section.lines]
    return _hash(name, *sorted(lines))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
