"""Tables that grow for ever, cut by month: docs/decisions/0031 says how and why.

A model says `partitions = Monthly(...)`. Its migration cuts the table (`kitchen.partitions.cutting`); the nightly task,
every start and `manage.py maintain_partitions` make months ahead and drop those past their time (`maintaining`).
"""

from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.db import models


@dataclass(frozen=True)
class Monthly:
    """One table by month of its key, a UUID of version 7.

    `keep` names the setting with the months that are kept (0: all). `once` are columns that stand together once in a
    month: a rule over the whole table would have to hold its key.
    """

    keep: str
    once: tuple[str, ...] = ()

    @property
    def months(self) -> int:
        return int(getattr(settings, self.keep))


def partitioned() -> dict[type[models.Model], Monthly]:
    """Every model that is cut by month, in the order of its table's name."""
    found = [model for model in apps.get_models() if hasattr(model, "partitions")]
    return {model: model.partitions for model in sorted(found, key=lambda model: model._meta.db_table)}
