"""From which network a request comes: what limits are counted by."""

from ipaddress import IPv6Address, ip_address, ip_network

from flask import request


def network_here() -> str:
    """Return the network address of who asks; of version 6 its first half, which is one household's."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ip_network((int(address), 64), strict=False))
    return str(address)
