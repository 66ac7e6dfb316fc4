"""The cache of many processes: Redis, and while it is away the memory of each process."""

from collections.abc import Callable
from typing import Any

import structlog
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = structlog.get_logger("kitchen.cache")

# Seconds; a Redis that does not even refuse holds nobody up for longer.
PATIENCE = {"socket_connect_timeout": 2, "socket_timeout": 2}
ASKED = (
    "add", "get", "set", "touch", "delete", "get_many", "has_key", "incr", "set_many", "delete_many", "clear",
)  # fmt: skip


class SteadyCache(RedisCache):
    """What it counts (failed sign-ins, questions to models) goes on being counted, by each process for itself."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, {**params, "OPTIONS": PATIENCE})
        self.meanwhile = LocMemCache("meanwhile", params)


def _steady(name: str) -> Callable[..., Any]:
    def ask(self: SteadyCache, *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(RedisCache, name)(self, *args, **kwargs)
        except RedisError as error:
            log.warning("redis is away", why=str(error))
            return getattr(self.meanwhile, name)(*args, **kwargs)

    return ask


for _name in ASKED:
    setattr(SteadyCache, _name, _steady(_name))
