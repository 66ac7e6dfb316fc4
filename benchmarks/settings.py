"""Kitchen's settings, with the reference page and a count of what each request asks the database."""

from kitchen.settings import *  # noqa: F403
from kitchen.settings import MIDDLEWARE

ROOT_URLCONF = "benchmarks.urls"
MIDDLEWARE = ["benchmarks.counting.CountMiddleware", *MIDDLEWARE]
