from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base
from psycopg import sql

from kitchen import embedded
from kitchen.seen.queries import Counted


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's backend, except that it counts, and for how a pooled connection takes the doors' role.

    Django 5.2 quotes `assume_role` through a cursor of the wrapper; in a pool that asks the pool for another
    connection while it is making one, and both wait until the time-out.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.counted = Counted()
        self.execute_wrappers.append(self.counted)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Whatever command it is: the first that wants the embedded database starts it."""
        if settings.EMBEDDED:
            embedded.ensure_running()
        return super().get_new_connection(conn_params)

    def _close(self) -> None:
        """A connection that broke is seldom the only one: those that wait in the pool are looked at, too."""
        lost = self.connection is not None and self.connection.broken
        super()._close()  # type: ignore[misc]
        if lost and self.pool:
            self.pool.check()

    def _configure_role(self, connection: Any) -> bool:
        role = self.settings_dict["OPTIONS"].get("assume_role")
        if role:
            connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
        return bool(role)
