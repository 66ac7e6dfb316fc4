"""The two connections to one database: `default` for the doors, `owner` for migrations, backup and retention."""

from typing import Any

from kitchen.environment import env

# Seconds for which the pool tries to connect by itself; after that whoever asks for a connection makes it try.
RECONNECTING = 3.0


def _alias(url: str) -> dict[str, Any]:
    config: dict[str, Any] = env.db_url_config(url)
    config["ENGINE"] = "kitchen.postgres"
    config["CONN_MAX_AGE"] = 0
    # A pooler in transaction mode keeps neither server-side cursors nor prepared statements.
    config["DISABLE_SERVER_SIDE_CURSORS"] = True
    config.setdefault("OPTIONS", {})["prepare_threshold"] = None
    if env("DATABASE_SSLMODE"):
        config["OPTIONS"]["sslmode"] = env("DATABASE_SSLMODE")
    return config


def databases(url: str, direct_url: str) -> dict[str, dict[str, Any]]:
    """Both aliases; `default` becomes the restricted role on connecting and is pooled in this process."""
    doors = _alias(url)
    doors["OPTIONS"]["assume_role"] = env("DATABASE_DOOR_ROLE")
    if env("DATABASE_POOL_SIZE"):
        size = env("DATABASE_POOL_SIZE")
        doors["OPTIONS"]["pool"] = {
            "min_size": 1,
            "max_size": size + env("DATABASE_POOL_OVERFLOW"),
            "timeout": env("DATABASE_POOL_TIMEOUT"),
            "max_lifetime": env("DATABASE_POOL_RECYCLE"),
            # Else it rests for as long again as the database was away, which may be back by then.
            "reconnect_timeout": RECONNECTING,
        }
    owner = _alias(direct_url or url)
    owner["TEST"] = {"MIRROR": None}
    return {"default": doors, "owner": owner}


class OwnerMigrates:
    """Tables are made through `owner` only: the doors' role could not, and must not."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        del app_label, hints
        return db == "owner"
