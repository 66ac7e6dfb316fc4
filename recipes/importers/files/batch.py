"""Many recipes of one file: what breaks one of them is told of that one, and the rest goes on."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import structlog
from django.utils.translation import gettext as _

from recipes.importers import clean
from recipes.importers.draft import Draft, Failure
from recipes.importers.source import UnreadableError

Item = TypeVar("Item")
log = structlog.get_logger(__name__)


def one_by_one(
    items: Iterable[Item], draft_of: Callable[[Item], Iterable[Draft | Failure]], name_of: Callable[[Item], object]
) -> Iterator[Draft | Failure]:
    for item in items:
        try:
            yield from list(draft_of(item))
        except UnreadableError as why:
            yield Failure(clean.line(name_of(item), 200), str(why))
        except Exception:
            log.exception("import.item_failed")
            yield Failure(clean.line(name_of(item), 200), _("This recipe could not be read."))
