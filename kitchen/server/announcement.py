"""What the terminal says when Kitchen is ready."""

from collections.abc import Callable, Iterable, Iterator

from django.conf import settings

from kitchen.registry import Registry

# Apps on the roof add lines of their own.
lines: Registry[Callable[[], Iterable[str]]] = Registry("line of the announcement")


def text(port: int, *, with_worker: bool) -> str:
    """Lines to read in a terminal; one line for the logs of a web process among several."""
    if not with_worker:
        return f"Serving on port {port}."
    said = ["", f"  Kitchen is ready: {_address(port)}", *_told(), f"  {_assistant()}", "  Stop it with Ctrl-C.", ""]
    return "\n".join(said)


def _told() -> Iterator[str]:
    for _, entry in lines:
        yield from (f"  {line}" for line in entry())


def _address(port: int) -> str:
    # localhost and not 127.0.0.1: passkeys work on names only.
    return settings.PUBLIC_URL if settings.PRODUCTION else f"http://localhost:{port}"


def _assistant() -> str:
    if settings.CHAT_MODEL:
        return f"Assistant: {settings.CHAT_MODEL}."
    return "Assistant: the built-in one, with no key and no network. CHAT_MODEL names another."
