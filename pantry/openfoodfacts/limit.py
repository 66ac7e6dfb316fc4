"""How often this server asks: Open Food Facts allows 15 looks at a product a minute, and shuts out who asks more."""

import time

from django.core.cache import cache

A_MINUTE, MOST = 60, 15
REST, REST_SECONDS = "off:rest", 30
TURNED_AWAY, BANNED_SECONDS = "busy", 300


def may_ask() -> bool:
    """Counts the question. A minute slides: of the one before, as much counts as has not passed yet."""
    now = time.time()
    minute, past = divmod(now, A_MINUTE)
    this, before = f"off:asked:{int(minute)}", f"off:asked:{int(minute) - 1}"
    cache.add(this, 0, 3 * A_MINUTE)
    asked = cache.get(this, 0) + cache.get(before, 0) * (1 - past / A_MINUTE)
    if asked + 1 > MOST:
        return False
    cache.incr(this)
    return True


def resting() -> str:
    """Why nobody waits for it just now: it did not answer a moment ago, or has had enough of us. Else nothing."""
    return str(cache.get(REST, ""))


def rest(why: str) -> None:
    cache.set(REST, why, BANNED_SECONDS if why == TURNED_AWAY else REST_SECONDS)
