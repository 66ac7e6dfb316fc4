"""Which addresses belong to the public internet.

The lists follow IANA's registries of special-purpose addresses. They stand here, and are not asked of
`ipaddress.is_global`, because its answer differs between the versions of Python.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

SPECIAL_4 = [
    ip_network(network)
    for network in (
        "0.0.0.0/8",  # unspecified, "this network"
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by a provider's customers
        "127.0.0.0/8",
        "168.63.129.16/32",  # a cloud's metadata at an address that looks public
        "169.254.0.0/16",  # link-local, and most clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
]
PUBLIC_6 = ip_network("2000::/3")
SPECIAL_6 = [
    ip_network(network)
    for network in (
        "2001::/23",  # protocols' own, Teredo among them
        "2001:db8::/32",
        "2002::/16",  # 6to4, which carries any IPv4 address
        "3fff::/20",
    )
]
NAT64 = ip_network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Whether an IP address, as the resolver writes it, is one that everybody on the internet may ask."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return _is_public(address)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in network for network in SPECIAL_4)
    carried = _carried(address)
    if carried is not None:
        return _is_public(carried)
    return address in PUBLIC_6 and not any(address in network for network in SPECIAL_6)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which a mapped or translated one leads."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None
