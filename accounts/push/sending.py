"""One message to one browser, through the push service that it named (RFC 8030, 8188, 8291, 8292).

It takes seconds: call it outside of a transaction. Nothing here reads the database.
"""

import json
import time
from dataclasses import asdict, dataclass
from email.utils import parseaddr
from enum import StrEnum
from urllib.parse import urlsplit

import http_ece  # type: ignore[import-untyped]
import httpx2
import structlog
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from py_vapid import Vapid02  # type: ignore[import-untyped]

from accounts.push.hosts import guard, is_allowed, origin_of
from accounts.push.keys import CURVE, NoKeyError, private_key, unpacked
from kitchen.fetching import FetchError, Limits
from kitchen.fetching.connection import GuardedTransport
from kitchen.fetching.guard import Deadline

# For how long a service keeps it for a browser that is off: a digest of yesterday is worth nothing.
KEPT = 12 * 3600
SIGNED = 12 * 3600
LIMITS = Limits(seconds=10, connect=4)
GONE = {404, 410}
LATER = {408, 425, 429}
FAULT = 500
SHORT_TITLE, SHORT_BODY = 120, 500
log = structlog.get_logger("kitchen.push")


class Arrival(StrEnum):
    """`LATER`: the service asks to try again, or does not answer. `REFUSED`: it will not take this one."""

    TAKEN = "taken"
    GONE = "gone"
    LATER = "later"
    REFUSED = "refused"


@dataclass(frozen=True)
class Address:
    """A browser: where its service listens, and the keys that only it can open (base64url)."""

    endpoint: str
    p256dh: str
    auth: str


@dataclass(frozen=True)
class Message:
    """`tag`: a newer one of the same tag takes its place on the screen. `url` is a path of ours."""

    title: str
    body: str
    url: str
    tag: str

    def as_bytes(self) -> bytes:
        told = {
            **asdict(self),
            "title": shortened(self.title, SHORT_TITLE),
            "body": shortened(self.body, SHORT_BODY),
            # By its plain name, which is always served: a worker need not have collected the files.
            "icon": f"{settings.STATIC_URL}icons/icon-192.png",
        }
        return json.dumps(told, ensure_ascii=False).encode()


def shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def send(to: Address, message: Message, *, topic: str, kept: int = KEPT) -> Arrival:
    """`topic` (32 letters of base64url): a newer message of the same topic replaces one that is still waiting, for
    `kept` seconds at most.
    """
    if not is_allowed(to.endpoint):
        return Arrival.REFUSED  # the list of hosts has become shorter since
    try:
        headers = {**_signed(to.endpoint), **_asked(topic, kept)}
        body = _sealed(to, message.as_bytes())
    except (NoKeyError, ValueError) as error:
        log.warning("push.not_sent", why=str(error))
        return Arrival.REFUSED
    return _judge(to.endpoint, _post(to.endpoint, headers, body))


def _asked(topic: str, kept: int) -> dict[str, str]:
    return {
        "TTL": str(kept),
        "Topic": topic,
        "Urgency": "normal",
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "User-Agent": "Kitchen/1.0",
    }


def _signed(endpoint: str) -> dict[str, str]:
    claims = {"aud": origin_of(urlsplit(endpoint)), "exp": int(time.time()) + SIGNED, "sub": _who_to_ask()}
    signed: dict[str, str] = Vapid02(private_key()).sign(claims)
    return signed


def _who_to_ask() -> str:
    """Whom a push service writes to when something is wrong with what we send."""
    return f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1] or 'kitchen@localhost'}"


def _sealed(to: Address, data: bytes) -> bytes:
    sealed: bytes = http_ece.encrypt(
        data,
        private_key=ec.generate_private_key(CURVE),
        dh=unpacked(to.p256dh),
        auth_secret=unpacked(to.auth),
        version="aes128gcm",
    )
    return sealed


def _post(endpoint: str, headers: dict[str, str], body: bytes) -> int | None:
    """The status, None where nobody answered. No redirects, no proxy, no address inside of our own network."""
    transport = GuardedTransport(guard(), Deadline(LIMITS.seconds), LIMITS)
    try:
        with (
            httpx2.Client(
                transport=transport, timeout=LIMITS.seconds, follow_redirects=False, trust_env=False
            ) as client,
            client.stream("POST", endpoint, headers=headers, content=body) as answer,
        ):
            return answer.status_code
    except (FetchError, httpx2.HTTPError, httpx2.InvalidURL) as error:
        log.warning("push.no_answer", host=urlsplit(endpoint).hostname, why=str(error))
        return None


def _judge(endpoint: str, status: int | None) -> Arrival:
    if status is None or status in LATER or status >= FAULT:
        arrival = Arrival.LATER
    elif httpx2.codes.is_success(status):
        return Arrival.TAKEN
    else:
        arrival = Arrival.GONE if status in GONE else Arrival.REFUSED
    # Never the address: it is a key to this browser.
    log.info("push.not_taken", host=urlsplit(endpoint).hostname, status=status, arrival=arrival.value)
    return arrival
