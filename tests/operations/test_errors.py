"""What a service for errors is sent: a process of our own, and a service on this machine that speaks like Sentry."""

import gzip
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import brotli
import pytest

from tests.operations.processes import ROOT

PROGRAM = """
import asyncio
import sys
import types
import django
from django.conf import settings
django.setup()
if not settings.SENTRY_DSN:
    assert "sentry_sdk" not in sys.modules
    sys.exit()
import structlog
from django.db import DataError, connection
from asgiref.testing import ApplicationCommunicator
from django.urls import path
from kitchen.asgi import application
from django.views.decorators.csrf import csrf_exempt
from kitchen import urls

@csrf_exempt
def fail(request, token):
    local = "planted-local"
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s, 'planted-literal'", ["planted-parameter"])
    try:
        raise ValueError(request.POST["password"])
    except ValueError:
        structlog.get_logger("kitchen.test").exception("odd", token=token, step=3, text="planted-text")
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::uuid", [f"planted-input-{local}"])
    except DataError as error:
        raise KeyError("planted-key") from error

broken = types.ModuleType("broken")
broken.urlpatterns = [path("fail/<str:token>/", fail, name="fail"), *urls.urlpatterns]
broken.handler500 = urls.handler500
sys.modules["broken"] = broken
settings.ROOT_URLCONF = "broken"
settings.ALLOWED_HOSTS = ["testserver"]
plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.STORAGES = settings.STORAGES | {"staticfiles": plain}

async def visit():
    body = b"password=planted-password"
    given = {"host": "testserver", "content-type": "application/x-www-form-urlencoded", "content-length": len(body)}
    given |= {"authorization": "planted-header", "cookie": "kitchen_theme=planted-cookie"}
    headers = [(name.encode(), str(value).encode()) for name, value in given.items()]
    where = {"path": "/fail/planted-token/", "query_string": b"q=planted-query", "server": ("testserver", 80)}
    scope = {"type": "http", "method": "POST", "http_version": "1.1", "headers": headers, "scheme": "http", **where}
    visitor = ApplicationCommunicator(application, scope)
    await visitor.send_input({"type": "http.request", "body": body})
    answer = await visitor.receive_output(20)
    print(answer["status"], dict(answer["headers"])[b"X-Request-ID"].decode())

asyncio.run(visit())
import sentry_sdk
sentry_sdk.flush(10)
"""


class Service(BaseHTTPRequestHandler):
    """Keeps what it is sent."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        unpack = {"gzip": gzip.decompress, "br": brotli.decompress}.get(self.headers.get("Content-Encoding", ""), bytes)
        self.server.envelopes.append(unpack(body).decode())  # type: ignore[attr-defined]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_args: object) -> None: ...


@pytest.fixture
def service() -> Iterator[Any]:
    with HTTPServer(("127.0.0.1", 0), Service) as server:
        server.envelopes = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def said(**more: str) -> str:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "kitchen.settings", "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE
    ).stdout.decode()


@pytest.mark.django_db
def test_an_error_arrives_with_its_request_and_nothing_else(service: Any) -> None:
    status, id = said(SENTRY_DSN=f"http://public@127.0.0.1:{service.server_port}/1").split()
    assert status == "500"
    events = [json.loads(line) for text in service.envelopes for line in text.splitlines() if '"platform"' in line]
    logged, broken = sorted(events, key=lambda event: "logentry" not in event)
    assert [event["tags"] for event in events] == [{"request_id": id}] * 2
    assert logged["logentry"] == {"message": "odd"}
    assert (logged["extra"]["step"], logged["extra"]["token"], logged["extra"]["text"]) == (3, "…", "…")
    causes = [(one["type"], one["value"]) for one in broken["exception"]["values"]]
    assert causes[-2:] == [("DataError", "invalid input syntax for type uuid: …"), ("KeyError", "")]
    assert broken["exception"]["values"][-1]["stacktrace"]["frames"][-1]["function"] == "fail"
    assert broken["request"] == {"method": "POST"}
    assert "SELECT %s, …" in str(broken["breadcrumbs"])
    assert "planted" not in "".join(service.envelopes)


def test_without_an_address_the_package_is_not_even_loaded() -> None:
    assert said(SENTRY_DSN="") == ""
