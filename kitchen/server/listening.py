"""The sockets, bound before anything slow starts: a port in use is told at once, and a browser that is early waits."""

import errno
import os
import socket

from kitchen.errors import DomainError

QUEUE = 1024
HIGHEST_PRIVILEGED_PORT = 1023


class ListenError(DomainError):
    """Nothing can be served on that host and port; the message says why and what to do."""


def listen(host: str, port: int) -> list[socket.socket]:
    """Listening sockets for every address of `host`; for localhost of IPv4 and IPv6, where the machine has both."""
    addresses = _addresses(host, port)
    sockets: list[socket.socket] = []
    for family, address in addresses:
        _refuse_taken(family, address, host, port)
        try:
            sockets.append(_bound(family, address))
        except OSError as error:
            if len(addresses) > 1 and error.errno in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}:
                continue
            for opened in sockets:
                opened.close()
            raise _refusal(error, host, port) from error
    if not sockets:
        raise ListenError(f"This machine has no address {host}: set HOST to localhost, or 0.0.0.0 for all.")
    return sockets


def _addresses(host: str, port: int) -> list[tuple[socket.AddressFamily, tuple[str, int]]]:
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except socket.gaierror as error:
        raise ListenError(f"HOST={host} is no address of this machine: set HOST to localhost or 0.0.0.0.") from error
    addresses = [(family, (str(address[0]), int(address[1]))) for family, _, _, _, address in found]
    if host == "localhost":
        # What /etc/hosts says of localhost differs between machines; browsers try both.
        addresses = [(socket.AF_INET, ("127.0.0.1", port)), (socket.AF_INET6, ("::1", port))]
    return list(dict.fromkeys(addresses))


def _bound(family: socket.AddressFamily, address: tuple[str, int]) -> socket.socket:
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind(address)
        bound.listen(QUEUE)
        bound.setblocking(False)
    except OSError:
        bound.close()
        raise
    return bound


def _refuse_taken(family: socket.AddressFamily, address: tuple[str, int], host: str, port: int) -> None:
    """MacOS lets two programs bind one port, one to an address and one to all: ask whether somebody answers."""
    if not port:
        return
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(0.5)
        try:
            probe.connect(address)
        except OSError:
            return
    raise _refusal(OSError(errno.EADDRINUSE, ""), host, port)


def _refusal(error: OSError, host: str, port: int) -> ListenError:
    if error.errno == errno.EADDRINUSE:
        return ListenError(
            f"Port {port} is in use by another program: stop it, or choose another port, for example "
            f"`PORT={port + 1} make run`."
        )
    if error.errno == errno.EACCES and port <= HIGHEST_PRIVILEGED_PORT:
        return ListenError(f"Port {port} is for the administrator only: choose one above {HIGHEST_PRIVILEGED_PORT}.")
    reason = os.strerror(error.errno) if error.errno else error
    return ListenError(f"Kitchen cannot listen on {host} port {port} ({reason}): set HOST and PORT to others.")
