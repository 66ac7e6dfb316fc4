"""Which addresses a household may name for a model."""

import re
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

import httpx2
from django.conf import settings
from django.utils.translation import gettext as _

from chat.assistants.assistant import is_near
from kitchen.errors import DomainError
from kitchen.fetching import Guard
from kitchen.fetching.addresses import is_public

HTTPS, HIGHEST = 443, 65_535
RESERVED = 1024
# The name of a host as the wire has it, or an address of the newer kind.
LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
HOST = re.compile(rf"(?!.{{254}}){LABEL}(?:\.{LABEL})*\.?|[0-9a-f:.]*:[0-9a-f:.]*")
# Where clouds tell a machine its own secrets; nobody has a model there.
METADATA = (ip_network("169.254.0.0/16"), ip_network("fe80::/10"), ip_network("fd00:ec2::254/128"))


@dataclass(frozen=True)
class ModelGuard(Guard):
    """The public internet by https; where the operator has allowed it, this machine's own network too.

    `plain` is an address without TLS: it is asked in one's own network only, as the key goes along with it.
    """

    private: bool = False
    plain: bool = False

    def allows_port(self, port: int) -> bool:
        if not 0 < port <= HIGHEST:
            return False
        return self.private or port == HTTPS or port >= RESERVED or super().allows_port(port)

    def allows(self, address: str, port: int) -> bool:
        if (address, port) in self.also:
            return True
        if is_public(address):
            return not self.plain
        return self.private and not _is_metadata(address)


def _is_metadata(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return True
    found = getattr(found, "ipv4_mapped", None) or found
    return any(found in network for network in METADATA if network.version == found.version)


def guard_for(url: str) -> ModelGuard:
    return ModelGuard(private=settings.CHAT_ALLOW_PRIVATE, plain=not url.startswith("https://"))


def checked_address(text: str) -> str:
    """The address as it is kept; where its name leads to is judged again at each connection.

    Raises a DomainError with what is wrong with it.
    """
    try:
        url = httpx2.URL(text.strip())
        host = url.raw_host.decode("ascii").lower()
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise DomainError(_not_an_address(), field="base_url") from error
    if url.scheme not in {"http", "https"} or not HOST.fullmatch(host):
        raise DomainError(_not_an_address(), field="base_url")
    if url.userinfo or url.query or url.fragment:
        raise DomainError(_("Write the address without a name, key or question mark in it."), field="base_url")
    _check_where(url, host)
    return str(url).rstrip("/")


def _check_where(url: httpx2.URL, host: str) -> None:
    guard = guard_for(str(url))
    port = (HTTPS if url.scheme == "https" else 80) if url.port is None else url.port
    if url.scheme == "http" and not guard.private:
        raise DomainError(_("The address must begin with https://, as the key goes along with it."), field="base_url")
    if not guard.allows_port(port):
        raise DomainError(_("A model does not answer at this port. Look for a typing error."), field="base_url")
    if is_near(host) and (not guard.private or _is_metadata_of(host)):
        raise DomainError(_near(), field="base_url")


def _is_metadata_of(host: str) -> bool:
    """Whether an address that stands there as such is one; a name is judged by where it leads."""
    is_number = host.replace(".", "").isdigit() or ":" in host
    return is_number and _is_metadata(host)


def _near() -> str:
    return _("This installation asks no model in a private network. Give a public address, or ask who runs it.")


def _not_an_address() -> str:
    return _("This is no address. It begins with https:// and often ends in /v1.")
