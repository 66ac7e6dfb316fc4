"""Looking after the embedded server while Kitchen runs: one that was killed is started anew, and recovers by itself."""

import asyncio
import logging

from django.conf import settings

from kitchen.embedded.server import revive
from kitchen.errors import DomainError

logger = logging.getLogger("kitchen.server")

PAUSE = 1.0  # seconds between two looks


async def watch() -> None:
    """Until cancelled. A server of DATABASE_URL is somebody else's to look after."""
    while settings.EMBEDDED:
        await asyncio.sleep(PAUSE)
        try:
            if await asyncio.to_thread(revive):
                logger.warning("The database was gone and has been started again.")
        except (DomainError, OSError) as error:
            logger.warning("The database is gone and does not start; it is tried again. %s", error)
