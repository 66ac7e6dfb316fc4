"""Keys of household and person rows: UUID version 7, made by the application (RFC 9562, section 5.7)."""

from uuid import UUID

import uuid_utils


def new_id() -> UUID:
    return UUID(bytes=uuid_utils.uuid7().bytes)
