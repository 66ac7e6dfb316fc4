from django.conf import settings

from accounts.push.keys import FILE, NoKeyError, private_key
from kitchen.doctor import Finding


def check() -> Finding:
    """There is a key that push services know this Kitchen by, and all its processes have the same."""
    try:
        private_key()
    except NoKeyError as error:
        return Finding.warn(f"Nobody can be told in a browser ({error}): set VAPID_PRIVATE_KEY.")
    if settings.VAPID_PRIVATE_KEY:
        return Finding.ok("Messages to browsers are signed with VAPID_PRIVATE_KEY.")
    if settings.REDIS_URL:
        return Finding.warn(f"Several processes must sign alike: set VAPID_PRIVATE_KEY, or let them share var/{FILE}.")
    return Finding.ok(f"Messages to browsers are signed with the key in var/{FILE}.")
