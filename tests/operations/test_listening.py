"""The sockets of a start, without a start."""

import socket

import pytest

from kitchen.server.listening import ListenError, listen
from tests.operations.processes import free_port


def close(sockets: list[socket.socket]) -> None:
    for one in sockets:
        one.close()


def test_localhost_is_both_of_its_addresses() -> None:
    sockets = listen("localhost", free_port())
    try:
        addresses = {one.getsockname()[0] for one in sockets}
        assert "127.0.0.1" in addresses
        assert addresses <= {"127.0.0.1", "::1"}
        assert len({one.getsockname()[1] for one in sockets}) == 1
    finally:
        close(sockets)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_an_address(host: str) -> None:
    sockets = listen(host, free_port())
    try:
        assert [one.getsockname()[0] for one in sockets] == [host]
        assert not sockets[0].getblocking()
    finally:
        close(sockets)


def test_a_port_that_only_one_address_has_taken() -> None:
    """Whoever has it, nothing is left open by the attempt."""
    port = free_port()
    taken = listen("127.0.0.1", port)
    with pytest.raises(ListenError, match=f"Port {port} is in use by another program: stop it, or choose another"):
        listen("localhost", port)
    close(taken)
    close(listen("localhost", port))
