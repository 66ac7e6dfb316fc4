"""`manage.py worker` as a process, on the tests' database: what doors queue, and what the clock queues."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.operations.processes import ROOT

pytestmark = pytest.mark.django_db(transaction=True)

# A task that a door queues in its transaction, another in one that is rolled back, and one by the clock.
PROGRAM = """
import sys
import django
django.setup()
from django.core.management import call_command
from procrastinate.contrib.django import app
from structlog.contextvars import bound_contextvars
from kitchen import tenancy
from kitchen.seen.request_id import current_id

said = open(sys.argv[1], "a", buffering=1)

@app.task(name="tests.operations.once")
def once(word):
    from django.db import connection
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        said.write(f"{word} as {cursor.fetchone()[0]}\\n")
    said.write(f"asked for by {current_id()}\\n")
    again.defer()

@app.task(name="tests.operations.again")
def again():
    said.write(f"again for {current_id()}\\n")

@app.task(name="tests.operations.failing")
def failing():
    raise ValueError("no")

@app.periodic(cron="* * * * * */1")
@app.task(name="tests.operations.tick")
def tick(timestamp):
    said.write("tick\\n")

with tenancy.scope(), bound_contextvars(request_id="visit-of-alice"):
    once.defer(word="queued")
    failing.defer()
try:
    with tenancy.scope():
        once.defer(word="never")
        raise KeyError
except KeyError:
    pass
call_command("worker")
"""

EXPECTED = {"tick", "queued as kitchen_door", "asked for by visit-of-alice", "again for visit-of-alice"}


def test_a_worker_takes_what_is_queued_and_stops_when_told(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    said.touch()
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "kitchen.settings", "PYTHONPATH": str(ROOT)}
    log = tmp_path / "log.txt"
    with log.open("w") as told:
        process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(said)], cwd=ROOT, env=env, stderr=told)
    try:
        until = time.monotonic() + 30
        while EXPECTED - set(said.read_text().splitlines()):
            assert process.poll() is None
            assert time.monotonic() < until, said.read_text()
            time.sleep(0.1)
    finally:
        process.terminate()
        assert process.wait(15) == 0
    assert "never" not in said.read_text()
    (ended,) = (line for line in log.read_text().splitlines() if "failing" in line and "Error" in line)
    assert "request_id=visit-of-alice" in ended
