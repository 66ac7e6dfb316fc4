"""What a process holds in memory while nobody asks for more than pages.

Some packages take more memory than all of Kitchen, and are needed for moments: they come with the first use.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from accounts.models import Household, User
from tests.conftest import ClientOf

# As `manage.py run` starts, then the main pages of a household, then what is there.
PROGRAM = """
import json, sys
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
import kitchen.asgi, kitchen.server.launcher, kitchen.server.preparation, kitchen.server.worker
from django.test import Client
from kitchen.server.worker import worker_app
worker_app()
client = Client(SERVER_NAME="localhost")
assert client.get("/accounts/login/").status_code == 200
client.cookies["kitchen_session"] = sys.argv[1]
for page in ("", "pantry/", "recipes/", "shopping/", "chat/", "settings/", "feed/"):
    answer = client.get(f"/h/{sys.argv[2]}/{page}")
    assert answer.status_code == 200, (page, answer.status_code)
print(json.dumps(sorted(sys.modules)))
"""
HEAVY = {
    "pydantic_ai": "with the first question to the assistant",
    "openai": "with a model that somebody brought along",
    "anthropic": "with a model that somebody brought along",
    "chat.agent.builtin.understanding": "with the first question to the assistant",
    "lxml": "with the first recipe that comes in",
    "recipe_scrapers": "with the first recipe that comes in",
    "PIL": "with the first picture",
    "pillow_heif": "with the first picture",
    "zxingcpp": "with the first photo of a barcode",
    "boto3": "with a backup that goes to object storage",
    "botocore": "with a backup that goes to object storage",
    "sentry_sdk": "where errors are told to it",
    "pytest": "in tests",
}


@pytest.mark.django_db(transaction=True)
def test_pages_load_no_package_that_is_needed_for_moments(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    session = client_of(alice).cookies[settings.SESSION_COOKIE_NAME].value
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, session, household.code],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "kitchen.settings"},
        text=True,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    loaded = json.loads(ran.stdout.splitlines()[-1])
    early = {name: when for name, when in HEAVY.items() if any(f"{one}.".startswith(f"{name}.") for one in loaded)}
    assert not early, f"loaded before they are needed: {early}"
