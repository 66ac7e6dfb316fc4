"""The six colours of faces (static/css/components/avatar.css)."""

from uuid import UUID

TONES = 6


def tone_of(key: UUID) -> int:
    """1 to 6: the same person has the same colour on every page."""
    return key.int % TONES + 1
