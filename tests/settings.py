"""Kitchen's settings on the tests' own database; what makes tests slow and proves nothing is swapped for a fast one."""

from tests import database

database.prepare_environment()

from kitchen.settings import *  # noqa: E402, F403
from kitchen.settings import STORAGES  # noqa: E402

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    "django.contrib.auth.hashers.Argon2PasswordHasher",
]
# Without collectstatic: files are served from where they are written.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
