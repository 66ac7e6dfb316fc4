"""What the terminal says when Kitchen is ready."""

from django.conf import settings


def text(port: int, *, with_worker: bool) -> str:
    """Lines to read in a terminal; one line for the logs of a web process among several."""
    if not with_worker:
        return f"Serving on port {port}."
    lines = ["", f"  Kitchen is ready: {_address(port)}", *_demo(), f"  {_assistant()}", "  Stop it with Ctrl-C.", ""]
    return "\n".join(lines)


def _address(port: int) -> str:
    # localhost and not 127.0.0.1: passkeys work on names only.
    return settings.PUBLIC_URL if settings.PRODUCTION else f"http://localhost:{port}"


def _demo() -> list[str]:
    return []


def _assistant() -> str:
    if settings.ASSISTANT_MODEL:
        return f"Assistant: {settings.ASSISTANT_MODEL}."
    return "Assistant: the built-in one, with no key and no network. ASSISTANT_MODEL names another."
