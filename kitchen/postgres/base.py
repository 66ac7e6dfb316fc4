from typing import Any

from django.db.backends.postgresql import base
from psycopg import sql


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's backend, except for how a pooled connection takes the doors' role.

    Django 5.2 quotes `assume_role` through a cursor of the wrapper; in a pool that asks the pool for another
    connection while it is making one, and both wait until the time-out.
    """

    def _configure_role(self, connection: Any) -> bool:
        role = self.settings_dict["OPTIONS"].get("assume_role")
        if role:
            connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
        return bool(role)
