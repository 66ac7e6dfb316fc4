"""Background work: tasks of procrastinate, queued in PostgreSQL with the change that asks for them.

A task takes ids only and enters the scope of its household itself, like any other door.
"""

from procrastinate import App


def on_app_ready(app: App) -> None:
    """Called once by procrastinate when Django is ready; tasks register themselves through `kitchen.tasks.app`."""
    del app
