"""Migrating in a fraction of the time: after each step only the model that has changed is drawn up anew.

Django draws up all models that are related to it, however far. Here that is nearly every one, as all rows are of a
household: most of a minute for a fresh database. What is written to the database asks only the changed model, and its
neighbours by their names; whatever asks more (a RunPython) has all of them drawn up first, as Django does for states
that it calls delayed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.migrations.state import ProjectState

Key = tuple[str, str]
# What changes no model but one. Renaming, and altering a column that others point to, are left as they are.
ALONE = ("add_model", "add_field", "remove_field")
FIND = "_find_reload_model"


@contextmanager
def quick_states() -> Iterator[None]:
    django = {name: getattr(ProjectState, name) for name in (*ALONE, FIND)}
    ours = {**{name: _alone(django[name]) for name in ALONE}, FIND: _changed_or(django[FIND])}
    try:
        for name, method in ours.items():
            setattr(ProjectState, name, method)
        yield
    finally:
        for name, method in django.items():
            setattr(ProjectState, name, method)


def _alone(change: Callable[..., None]) -> Callable[..., None]:
    def changed(state: Any, *arguments: Any, **named: Any) -> None:
        state.changes_one = True
        try:
            change(state, *arguments, **named)
        finally:
            state.changes_one = False

    return changed


def _changed_or(all_related: Callable[..., set[Key]]) -> Callable[..., set[Key]]:
    # Its signature is Django's.
    def found(state: Any, app_label: str, model_name: str, delay: bool = False) -> set[Key]:  # noqa: FBT001, FBT002
        """The model, and those that inherit from it."""
        if not delay and not getattr(state, "changes_one", False):
            return all_related(state, app_label, model_name, delay)
        state.is_delayed = True
        known = state.apps.all_models[app_label].get(model_name)
        return {(app_label, model_name), *_heirs(known)}

    return found


def _heirs(model: Any) -> Iterator[Key]:
    for heir in model.__subclasses__() if model else ():
        yield heir._meta.app_label, heir._meta.model_name
        yield from _heirs(heir)
