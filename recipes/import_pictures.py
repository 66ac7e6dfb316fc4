"""The pictures of imported recipes, from archives and from the web. One that fails is left, and fails no recipe."""

import time
from collections import Counter
from collections.abc import Iterable
from uuid import UUID

import structlog

from accounts.models import Household
from kitchen.errors import DomainError
from kitchen.fetching import PICTURES, Limits, fetch
from recipes.import_door import ImportDoor
from recipes.importers import Draft, Picture
from recipes.importers.source import UnreadableError
from recipes.pictures import MOST_BYTES, Shown, shown
from recipes.services.picture import bring_pictures
from recipes.sources import host_of

LIMITS = Limits(seconds=10.0, size=MOST_BYTES)
# Seconds for all pictures of one import that lie on the web, failures after which a site is left alone.
PATIENCE, FAILURES = 600.0, 3
# Pictures of one recipe, and recipes of one transaction.
MOST, TOGETHER = 8, 10

log = structlog.get_logger(__name__)


class Pictures:
    """Brings them for one import; remembers which sites do not answer, and how long it has waited already."""

    def __init__(self, household: Household, door: ImportDoor) -> None:
        self.household = household
        self.door = door
        self.failed: Counter[str] = Counter()
        self.waited = 0.0

    def bring(self, wanted: Iterable[tuple[UUID, Draft]]) -> None:
        """For these recipes, which have none: made small outside of a transaction, kept some recipes at a time."""
        ready: dict[UUID, list[tuple[Shown, str]]] = {}
        for id, draft in wanted:
            found = [(one, told.alt) for told in _told(draft) if (one := self.shown(told))]
            if found:
                ready[id] = found
            if len(ready) >= TOGETHER:
                self.keep(ready)
                ready = {}
        self.keep(ready)

    def keep(self, ready: dict[UUID, list[tuple[Shown, str]]]) -> None:
        if ready:
            with self.door.opened():
                bring_pictures(self.household, ready)

    def shown(self, picture: Picture) -> Shown | None:
        try:
            data = picture.read() or self.fetched(picture.url)
            return shown(data) if data else None
        except (DomainError, UnreadableError):
            return None
        except Exception:
            log.exception("import.picture")
            return None

    def fetched(self, url: str) -> bytes:
        host = host_of(url)
        if not host or self.failed[host] >= FAILURES or self.waited > PATIENCE:
            return b""
        begun = time.monotonic()
        try:
            return fetch(url, types=PICTURES, limits=LIMITS).body
        except DomainError:
            self.failed[host] += 1
            raise
        finally:
            self.waited += time.monotonic() - begun


def _told(draft: Draft) -> list[Picture]:
    """Those of the archive; or the one at an address."""
    pictures = draft.pictures or ([Picture(url=draft.image)] if draft.image else [])
    return pictures[:MOST]
