"""One fetch of an address that a person gave."""

import re
import ssl
from dataclasses import dataclass

import httpx2

from kitchen.fetching.body import read_body
from kitchen.fetching.connection import GuardedTransport
from kitchen.fetching.encoding import decode
from kitchen.fetching.errors import FetchError
from kitchen.fetching.guard import PUBLIC, Deadline, Guard, Limits

HEADERS = {
    "User-Agent": "Kitchen/1.0 (household recipe reader)",
    "Accept": "text/html,application/xhtml+xml,application/ld+json,application/json;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "*",
}
TYPES = {"text/html", "application/xhtml+xml", "text/plain", "application/json", "application/ld+json"}
# No SVG: it may hold a program. Some servers do not know what they send, and it is looked at anyway.
PICTURES = frozenset({
    "image/jpeg", "image/jpg", "image/pjpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/heic",
    "image/heif", "image/bmp", "application/octet-stream", "binary/octet-stream",
})  # fmt: skip
LONGEST_URL = 2000
# A name as the resolver takes it, or an address of either kind.
HOST = re.compile(rb"[a-z0-9_][a-z0-9_.-]{0,252}|[0-9a-f:.]{2,45}", re.IGNORECASE)
REASONS = {401: "refused", 403: "refused", 406: "refused", 429: "refused", 451: "refused"}
REASONS |= {404: "not_found", 410: "not_found"}


@dataclass(frozen=True)
class Page:
    """What was at `url`, where the site led to in the end. `content_type` is without its parameters."""

    url: str
    body: bytes
    content_type: str
    text: str


def fetch(
    url: str, *, guard: Guard = PUBLIC, limits: Limits | None = None, types: frozenset[str] = frozenset(TYPES)
) -> Page:
    """The page at an address, or a FetchError with one sentence. Takes seconds: call it outside of a transaction.

    `types` are those that are taken: `PICTURES` for a picture, of which `text` then says nothing.
    """
    limits = limits or Limits()
    deadline = Deadline(limits.seconds)
    try:
        with httpx2.Client(
            transport=GuardedTransport(guard, deadline, limits),
            headers=HEADERS,
            timeout=limits.seconds,
            follow_redirects=False,
            trust_env=False,
        ) as client:
            return _followed(client, checked(url, guard), guard, limits, types)
    except httpx2.TimeoutException:
        raise FetchError("slow") from None
    except httpx2.ConnectError as error:
        raise FetchError("insecure" if _is_about_trust(error) else "unreachable") from None
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError):
        raise FetchError("broken") from None


def checked(url: str, guard: Guard) -> httpx2.URL:
    """The address, if it is one that is fetched at all. What its name leads to is judged when connecting."""
    try:
        parsed = httpx2.URL(url.strip()[: LONGEST_URL + 1])
        port = parsed.port or (443 if parsed.scheme == "https" else 80)
    except (httpx2.InvalidURL, ValueError, TypeError):
        raise FetchError("address") from None
    known = parsed.scheme in {"http", "https"} and HOST.fullmatch(parsed.raw_host)
    if not known or len(url.strip()) > LONGEST_URL:
        raise FetchError("address")
    if parsed.userinfo:
        raise FetchError("credentials")
    if not guard.allows_port(port):
        raise FetchError("not_allowed")
    return parsed.copy_with(fragment=None)


def _followed(client: httpx2.Client, url: httpx2.URL, guard: Guard, limits: Limits, types: frozenset[str]) -> Page:
    for _step in range(limits.redirects + 1):
        with client.stream("GET", url) as response:
            if not response.has_redirect_location:
                return _page(response, limits, types)
            try:
                target = str(url.join(response.headers["location"]))
            except (httpx2.InvalidURL, ValueError):
                raise FetchError("broken") from None
        url = checked(target, guard)
    raise FetchError("redirects")


def _page(response: httpx2.Response, limits: Limits, types: frozenset[str]) -> Page:
    if response.status_code != httpx2.codes.OK:
        raise FetchError(REASONS.get(response.status_code, "broken"))
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type and content_type not in types:
        raise FetchError("not_a_page")
    size = response.headers.get("content-length", "")
    if size.isdecimal() and int(size[:20]) > limits.size:
        raise FetchError("too_large")
    body = read_body(response.iter_raw(), response.headers.get("content-encoding", ""), limits.size)
    if types is PICTURES:
        return Page(url=str(response.url), body=body, content_type=content_type, text="")
    if not content_type and b"\0" in body[:1000]:
        raise FetchError("not_a_page")
    text = decode(body, response.charset_encoding or "")
    return Page(url=str(response.url), body=body, content_type=content_type, text=text)


def _is_about_trust(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
