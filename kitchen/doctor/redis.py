from django.conf import settings

from kitchen.doctor.finding import Finding

SECONDS = 3


def check() -> Finding:
    if not settings.REDIS_URL:
        return Finding.ok("Not used: Kitchen runs as one web process. Several need REDIS_URL.")
    from redis import Redis, RedisError

    try:
        with Redis.from_url(settings.REDIS_URL, socket_timeout=SECONDS, socket_connect_timeout=SECONDS) as client:
            client.ping()
    except (RedisError, OSError, ValueError) as error:
        return Finding.fail(f"Redis does not answer ({error}): start it, or mend REDIS_URL.")
    return Finding.ok("Redis answers.")
