"""docker-compose.yml and what it mounts, as far as that can be tried without containers."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml
from django.conf import LazySettings
from django.core.management import get_commands
from psycopg.conninfo import conninfo_to_dict

from kitchen import embedded
from kitchen.embedded.programs import MAJOR, bin_dir
from kitchen.environment import SCHEME
from kitchen.postgres import roles
from tests.operations.processes import ROOT, Running, environment

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]


def test_every_service_is_watched() -> None:
    assert set(SERVICES) == {"upgrade", "web", "worker", "front", "postgres", "redis", "ollama"}
    for name, service in SERVICES.items():
        own = service.get("healthcheck")
        assert own or name == "web", name  # the web's is that of its image
    assert "HEALTHCHECK" in (ROOT / "Dockerfile").read_text()


def test_commands_exist() -> None:
    text = (ROOT / "docker-compose.yml").read_text() + (ROOT / "Dockerfile").read_text()
    named = set(re.findall(r"manage\.py(?:\", \"| )(\w+)", text))
    assert named >= {"run", "worker", "db_init", "migrate", "collect", "doctor"}
    assert named <= set(get_commands())


def test_the_web_is_told_only_what_kitchen_reads() -> None:
    given = SERVICES["web"]["environment"]
    assert set(given) <= set(SCHEME)
    assert "kitchen_web:" in given["DATABASE_URL"]
    assert "kitchen_owner:" in given["DATABASE_DIRECT_URL"]


def test_what_is_asked_for_is_told() -> None:
    asked = set(re.findall(r"\$\{([A-Z0-9_]+)", (ROOT / "docker-compose.yml").read_text()))
    told = set(re.findall(r"^([A-Z0-9_]+)=", (ROOT / "deploy" / "compose.env.example").read_text(), re.MULTILINE))
    assert told <= asked
    fitting = {"CHAT_BASE_URL", "CHAT_API_KEY", "CHAT_PROVIDER", "CHAT_ALLOW_PRIVATE"}  # these have a default
    assert asked - told <= fitting


def test_every_container_signs_messages_alike() -> None:
    """None has a directory of its own to keep a key in, and what the one arranges the others send."""
    for name in ("web", "worker"):
        assert SERVICES[name]["environment"]["VAPID_PRIVATE_KEY"] == "${VAPID_PRIVATE_KEY:-}"
        assert SERVICES[name]["volumes"][0] == "media:/media"
    assert re.search(r"^VAPID_PRIVATE_KEY=$", (ROOT / "deploy" / "compose.env.example").read_text(), re.MULTILINE)


def test_the_worker_can_make_backups_and_keep_them() -> None:
    """With the wheel's pg_dump, which is not older than the server, and in a volume that outlasts the container."""
    assert "backups:/kitchen/var/backups" in SERVICES["worker"]["volumes"]
    assert int(SERVICES["postgres"]["image"].partition(":")[2]) <= int(MAJOR)
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert "pixeltable" not in dockerfile
    assert "chown kitchen /kitchen/var/backups" in dockerfile


def test_what_is_mounted_exists() -> None:
    mounted = [one.split(":")[0] for service in SERVICES.values() for one in service.get("volumes", [])]
    files = [name for name in mounted if name.startswith("./")]
    assert files
    for name in files:
        assert (ROOT / name).is_file(), name
    assert {name for name in mounted if not name.startswith("./")} == set(COMPOSE["volumes"])


def test_the_image_has_no_tests_and_no_root() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert dockerfile.count("FROM ") == 2
    assert dockerfile.index("USER kitchen") > dockerfile.rindex("FROM ")
    requirements = (ROOT / "requirements.txt").read_text()
    assert re.search(r"^# Tests", requirements, re.MULTILINE)
    assert requirements.index("\n# Tests") > requirements.index("structlog")


@pytest.fixture
def postgres_of_compose() -> Iterator[str]:
    """The superuser's URL of a server that was laid out by the script of Compose, with its settings."""
    server = embedded.throw_away()
    url = server.url("postgres", embedded.SUPERUSER)
    parts = conninfo_to_dict(url)
    secrets = {"DATABASE_OWNER_PASSWORD": "it's secret", "DATABASE_WEB_PASSWORD": "also"}
    env = {
        "PATH": f"{bin_dir()}:{os.environ['PATH']}",
        "PGHOST": str(parts["host"]),
        "POSTGRES_USER": "postgres",
        **secrets,
    }
    done = subprocess.run(
        ["/bin/sh", ROOT / "deploy" / "postgres" / "init.sh"], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    yield url
    server.stop()


def test_db_init_finds_nothing_left_to_make(postgres_of_compose: str, settings: LazySettings) -> None:
    settings.DOOR_ROLE = "kitchen_door"
    with psycopg.connect(postgres_of_compose, user="kitchen_owner", dbname="kitchen", autocommit=True) as owner:
        assert list(roles.prepare_external(owner, "kitchen_web")) == []
    with psycopg.connect(postgres_of_compose, autocommit=True) as superuser:
        mighty = superuser.execute("SELECT rolname FROM pg_roles WHERE rolsuper OR rolbypassrls OR rolcreaterole")
        assert mighty.fetchall() == [("postgres",)]


def test_postgres_knows_its_settings(postgres_of_compose: str) -> None:
    text = (ROOT / "deploy" / "postgres" / "kitchen.conf").read_text()
    names = re.findall(r"^([a-z_]+) =", text, re.MULTILINE)
    with psycopg.connect(postgres_of_compose) as connection:
        known = connection.execute(
            "SELECT lower(name) FROM pg_settings WHERE lower(name) = ANY(%s)", [names]
        ).fetchall()
    assert {name for (name,) in known} == set(names)


def test_the_health_check_of_the_image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "bin/healthcheck.py"]
    with Running(
        tmp_path / "var",
        [sys.executable, "manage.py", "run", "--web-only"],
        {"ALLOWED_HOSTS": "kitchen.example,localhost"},
    ) as web:
        web.first_page("/health/live")
        asked = {**environment(tmp_path), "PORT": str(web.port), "ALLOWED_HOSTS": "kitchen.example"}
        assert subprocess.run(command, cwd=ROOT, env=asked, check=False).returncode == 0
        web.stop()
    assert subprocess.run(command, cwd=ROOT, env=asked, check=False).returncode == 1
