"""Asks Open Food Facts for one product. Never raises, and never takes longer than four seconds."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx2
from django.conf import settings
from django.core.cache import cache
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kitchen.fetching import FetchError, Guard, Limits
from kitchen.fetching.body import read_body
from kitchen.fetching.connection import GuardedTransport
from kitchen.fetching.guard import Deadline
from pantry.barcodes import short_form
from pantry.openfoodfacts.limit import TURNED_AWAY, may_ask, rest, resting
from pantry.openfoodfacts.payloads import FIELDS, OffProduct, read_answer

DAY = 24 * 60 * 60
FOUND_FOR, UNKNOWN_FOR, FAILED_FOR = 30 * DAY, DAY, 60
LIMITS = Limits(seconds=4.0, connect=2.0, size=2_000_000)
VERSION = "1.0"
TOO_MANY = {403, 429}

WHY: dict[str, Promise] = {
    "off": _("Looking up unknown codes is switched off in this kitchen."),
    "no_network": _("Open Food Facts cannot be reached just now."),
    "slow": _("Open Food Facts took too long to answer."),
    "busy": _("Open Food Facts is asked too often just now: try again in a minute."),
    "broken": _("Open Food Facts gave an answer that makes no sense."),
}


@dataclass(frozen=True)
class Found:
    product: OffProduct


@dataclass(frozen=True)
class Unknown:
    """They were asked and know nothing of it."""


@dataclass(frozen=True)
class Unreachable:
    """Nobody knows whether they know it; `reason` is a key of WHY."""

    reason: str

    @property
    def why(self) -> str:
        return str(WHY[self.reason])


Answer = Found | Unknown | Unreachable


class Named(Guard):
    """The one host that the operator named may stand anywhere, also in the operator's own network."""

    def allows_port(self, port: int) -> bool:
        return port > 0

    def allows(self, address: str, port: int) -> bool:
        return bool(address) and self.allows_port(port)


def look_up(gtin: str, *, language: str = "en", again: bool = False) -> Answer:
    """What is known of a code of 14 digits. `again`: somebody asks anew although it has just failed."""
    if not settings.OFF_URL:
        return Unreachable("off")
    key = f"off:product:{gtin}:{language}"
    known = cache.get(key)
    if known is not None and not (again and "failed" in known):
        return _told(known, gtin, language)
    if (why := resting()) and not (again and why != TURNED_AWAY):
        return Unreachable(why)
    if not may_ask():
        return Unreachable("busy")
    answer = _ask(gtin, language)
    cache.set(key, answer, _kept_for(answer))
    return _told(answer, gtin, language)


def _kept_for(answer: dict[str, Any]) -> int:
    return FAILED_FOR if "failed" in answer else FOUND_FOR if "product" in answer else UNKNOWN_FOR


def _told(answer: dict[str, Any], gtin: str, language: str) -> Answer:
    if "failed" in answer:
        return Unreachable(answer["failed"])
    product = OffProduct.read(answer["product"], gtin, language) if "product" in answer else None
    return Found(product) if product else Unknown()


def _ask(gtin: str, language: str) -> dict[str, Any]:
    """{"product": …} as it came, {} for an unknown one, {"failed": reason}."""
    try:
        status, body = _get(gtin, language)
    except FetchError as error:
        return _failed("slow" if error.reason == "slow" else "broken" if error.reason in BROKEN else "no_network")
    except httpx2.TimeoutException:
        return _failed("slow")
    except (httpx2.ConnectError, httpx2.NetworkError, OSError):
        return _failed("no_network")
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError, ValueError):
        return _failed("broken")
    if status in TOO_MANY:
        return _failed(TURNED_AWAY)
    return _read(status, body)


BROKEN = {"broken", "too_large", "not_a_page", "address"}


def _failed(reason: str) -> dict[str, Any]:
    if reason != "broken":
        rest(reason)
    return {"failed": reason}


def _read(status: int, body: bytes) -> dict[str, Any]:
    """Unknown codes come with 404 or, formerly, with 200; both say so in JSON, which no page of a proxy does."""
    if status not in {200, 404}:
        return _failed("no_network" if status >= 500 else "broken")  # noqa: PLR2004 - the server's own fault
    try:
        answer = read_answer(json.loads(body))
    except (ValueError, RecursionError):
        return _failed("broken")
    return _failed("broken") if answer is None else answer


def _get(gtin: str, language: str) -> tuple[int, bytes]:
    deadline = Deadline(LIMITS.seconds)
    fields = ",".join(quote(field) for field in [*FIELDS, f"product_name_{language}", f"generic_name_{language}"])
    # The commas have to stay commas.
    url = f"{settings.OFF_URL.rstrip('/')}/api/v2/product/{short_form(gtin)}.json?fields={fields}&lc={quote(language)}"
    headers = {"User-Agent": user_agent(), "Accept": "application/json", "Accept-Encoding": "gzip, deflate"}
    with (
        httpx2.Client(
            transport=GuardedTransport(Named(), deadline, LIMITS),
            headers=headers,
            timeout=LIMITS.seconds,
            trust_env=False,
            follow_redirects=False,
        ) as client,
        client.stream("GET", url) as response,
    ):
        packing = response.headers.get("content-encoding", "")
        return response.status_code, read_body(response.iter_raw(), packing, LIMITS.size)


def user_agent() -> str:
    """They ask every program for its name, version and somebody to turn to."""
    return f"Kitchen/{VERSION} ({settings.PUBLIC_URL})"
