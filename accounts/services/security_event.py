"""What happens to a person's account is written down for them, in the transaction in which it happens."""

import ipaddress
from contextlib import nullcontext

from allauth.account.adapter import get_adapter
from django.db import connection
from django.http import HttpRequest

from accounts.models import SecurityEvent, SecurityKind, User
from accounts.queries.session import device_of
from kitchen import tenancy

# As much of an address as names a network, and nobody in it.
PREFIX = {4: 24, 6: 48}


def keep_event(user: User, kind: SecurityKind, *, agent: str = "", ip: str = "") -> None:
    """`agent` is what the browser says it is, `ip` where it came from; both are kept in short."""
    device = device_of(agent)[0][:80] if agent else ""
    SecurityEvent.objects.create(user=user, kind=kind, device=device, network=network_of(ip))


def keep_event_of(request: HttpRequest, user: User, kind: SecurityKind) -> None:
    """Some of it is told after the commit, when the request's scope is over: then in one of the person's own."""
    with nullcontext() if connection.in_atomic_block else tenancy.scope(person=user.pk):
        keep_event(user, kind, agent=request.headers.get("User-Agent", ""), ip=get_adapter().get_client_ip(request))


def keep_failure(request: HttpRequest, email: str) -> None:
    """Somebody gave a wrong password for this address; where nobody has it, there is nobody to be told."""
    person = User.objects.filter(email__iexact=email).first()
    if person is not None:
        keep_event_of(request, person, SecurityKind.SIGN_IN_FAILED)


def network_of(ip: str) -> str:
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return ""
    return str(ipaddress.ip_network((address, PREFIX[address.version]), strict=False))
