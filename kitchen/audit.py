"""The audit trail under a model: triggers of django-pghistory keep every change, whoever made it and however.

The feed of activity is another thing: it tells people what happened; this proves what changed.
"""

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

from kitchen.tenancy import Rule
from kitchen.tenancy import audit as audit_rule

M = TypeVar("M", bound=type[models.Model])


def audited(rule: Rule, *, exclude: list[str] | None = None) -> Callable[[M], M]:
    """Track inserts, updates and deletes of a model in `<Model>Event`, under the same wall as the model.

    Who and which request stand in each event's own context (JSON), so no shared table of contexts can be read.
    """
    track: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=exclude,
        context_field=pghistory.ContextJSONField(),
        context_id_field=None,
        obj_field=pghistory.ObjForeignKey(related_name="history", db_constraint=False),
        attrs={"tenancy": audit_rule(rule)},
    )
    return track
