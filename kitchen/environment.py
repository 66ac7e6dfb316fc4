"""Every variable Kitchen reads from its environment, with type and default; `.env.example` tells each one."""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

# Where the browsers people use have their messages sent to; a dot stands for every host below.
PUSH_HOSTS = [
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
]

SCHEME: dict[str, tuple[Any, Any]] = {
    "MODE": (str, "local"),
    "DEBUG": (bool, False),
    "KITCHEN_VAR": (str, ""),
    "HOST": (str, "localhost"),
    "PORT": (int, 8000),
    "SECRET_KEY": (str, ""),
    "SECRET_KEY_FALLBACKS": (list, []),
    "ALLOWED_HOSTS": (list, []),
    "PUBLIC_URL": (str, ""),
    "BEHIND_PROXY": (bool, False),
    "SECURE_TLS": (bool, True),
    "HSTS_SECONDS": (int, 31536000),
    "DATABASE_URL": (str, ""),
    "DATABASE_DIRECT_URL": (str, ""),
    "DATABASE_DOOR_ROLE": (str, "kitchen_door"),
    "DATABASE_POOL_SIZE": (int, 8),
    "DATABASE_POOL_OVERFLOW": (int, 8),
    "DATABASE_POOL_TIMEOUT": (float, 10.0),
    "DATABASE_POOL_RECYCLE": (float, 1800.0),
    "DATABASE_ECHO": (bool, False),
    "DATABASE_SSLMODE": (str, ""),
    "REDIS_URL": (str, ""),
    "EMAIL_URL": (str, "consolemail://"),
    "DEFAULT_FROM_EMAIL": (str, "Kitchen <kitchen@localhost>"),
    "MEDIA_ROOT": (str, ""),
    "LANGUAGE_CODE": (str, "en"),
    "OIDC_NAME": (str, ""),
    "OIDC_SERVER_URL": (str, ""),
    "OIDC_CLIENT_ID": (str, ""),
    "OIDC_CLIENT_SECRET": (str, ""),
    "OFF_URL": (str, "https://world.openfoodfacts.org"),
    "VAPID_PRIVATE_KEY": (str, ""),
    "PUSH_HOSTS": (list, PUSH_HOSTS),
    "CHAT_MODEL": (str, ""),
    "CHAT_PROVIDER": (str, "openai"),
    "CHAT_BASE_URL": (str, ""),
    "CHAT_API_KEY": (str, ""),
    "CHAT_ALLOW_PRIVATE": (bool, False),
    "ENCRYPTION_KEYS": (list, []),
    "ADMIN_SECOND_FACTOR": (bool, False),
    "METRICS_TOKEN": (str, ""),
    "METRICS_ADDRESSES": (list, ["127.0.0.0/8", "::1"]),
    "SENTRY_DSN": (str, ""),
    "SENTRY_ENVIRONMENT": (str, ""),
    "ACTIVITY_MONTHS": (int, 0),
    "AUDIT_MONTHS": (int, 0),
    "FIGURES_MONTHS": (int, 3),
    "BACKUP_TO": (str, ""),
    "BACKUP_HOUR": (str, "2"),
    "BACKUP_KEEP": ((list, int), [7, 4, 12]),
    "BACKUP_RECIPIENTS": (list, []),
    "BACKUP_PASSPHRASE": (str, ""),
    "FIGURES_SAMPLE": (int, 20),
    "FIGURES_SLOW": (float, 0.5),
}

env = environ.Env(**SCHEME)


def read_env_file() -> None:
    """`.env` beside manage.py fills what the environment does not set."""
    if (BASE_DIR / ".env").is_file():
        env.read_env(BASE_DIR / ".env")


def production_faults() -> list[str]:
    """What must be put right before a production start, a sentence each."""
    faults = []
    key = env("SECRET_KEY")
    if len(key) < 50 or len(set(key)) < 5:  # noqa: PLR2004  (the lengths of Django's own security check W009)
        faults.append("SECRET_KEY must be a random text of at least 50 characters.")
    if not env("ALLOWED_HOSTS") or "*" in env("ALLOWED_HOSTS"):
        faults.append("ALLOWED_HOSTS must name the addresses that Kitchen answers to, without a star.")
    if not env("DATABASE_URL"):
        faults.append("DATABASE_URL must name a PostgreSQL server, 15 or newer; the embedded one is for local use.")
    if not env("PUBLIC_URL").startswith("https://") and env("SECURE_TLS"):
        faults.append("PUBLIC_URL must be the https:// address that people open.")
    if env("DEBUG"):
        faults.append("DEBUG must be off: its error pages show settings and code to strangers.")
    if env("EMAIL_URL").startswith("consolemail"):
        faults.append(
            "EMAIL_URL must name a mail server: without it nobody can confirm an address or reset a password."
        )
    if any(len(text) < 32 for text in env("ENCRYPTION_KEYS")):  # noqa: PLR2004  (as kitchen/sealing.py wants them)
        faults.append("ENCRYPTION_KEYS must be random texts of at least 32 characters each.")
    if env("METRICS_TOKEN") and len(env("METRICS_TOKEN")) < 20:  # noqa: PLR2004
        faults.append("METRICS_TOKEN must be a random text of at least 20 characters.")
    if env("BEHIND_PROXY") and not env("SECURE_TLS"):
        faults.append(
            "BEHIND_PROXY needs SECURE_TLS: a proxy in front that speaks plain http sends passwords in the open."
        )
    return faults


def refuse_unsafe_production() -> None:
    if faults := production_faults():
        raise ImproperlyConfigured("Kitchen does not start in production like this:\n- " + "\n- ".join(faults))


def secret_key(var_dir: Path) -> str:
    """The key from the environment, else one made once and kept in `var/`, readable by its owner only."""
    if env("SECRET_KEY"):
        return str(env("SECRET_KEY"))
    from django.core.management.utils import get_random_secret_key

    path = var_dir / "secret-key"
    try:
        if not path.is_file():
            var_dir.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(get_random_secret_key() + get_random_secret_key())
        return path.read_text()
    except OSError as error:
        raise ImproperlyConfigured(
            f"Kitchen cannot use {path} ({error.strerror}): run it as the user who owns {var_dir}, or set KITCHEN_VAR "
            "to a directory of your own."
        ) from error
