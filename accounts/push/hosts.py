"""Where messages may be sent: a browser names the address itself, so only known push services are talked to.

`PUSH_HOSTS` has their names; one that begins with a dot stands for every host below. An entry with a scheme
("http://127.0.0.1:9000") is a service of the operator's own, and stands for that one origin, whatever its address.
"""

from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from kitchen.fetching import PUBLIC, Guard

LONGEST = 1000
HTTPS = 443


def is_allowed(endpoint: str) -> bool:
    if len(endpoint) > LONGEST or not endpoint.isascii() or not endpoint.isprintable():
        return False
    try:
        address = urlsplit(endpoint)
        port = address.port
    except ValueError:
        return False
    if address.username is not None or address.password is not None or not address.hostname:
        return False
    if origin_of(address) in _own_services():
        return True
    return address.scheme == "https" and port in (None, HTTPS) and _is_known(address.hostname)


def origin_of(address: SplitResult) -> str:
    return f"{address.scheme}://{address.netloc}"


def guard() -> Guard:
    """The public internet, and the services of the operator's own."""
    own = frozenset(
        (address.hostname, port)
        for address in map(urlsplit, _own_services())
        if address.hostname and (port := address.port or HTTPS)
    )
    return Guard(also=own) if own else PUBLIC


def _is_known(host: str) -> bool:
    return any(
        host.endswith(known) and host != known[1:] if known.startswith(".") else host == known
        for known in settings.PUSH_HOSTS
    )


def _own_services() -> set[str]:
    return {entry.rstrip("/") for entry in settings.PUSH_HOSTS if "://" in entry}
