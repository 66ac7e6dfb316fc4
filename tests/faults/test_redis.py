"""Redis goes and comes back: pages work on without it, only that nobody sees at once what others do."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator

import pytest

from tests.faults.crowd import Crowd
from tests.faults.home import Home, until
from tests.faults.page import Page
from tests.faults.person import Person
from tests.operations.processes import free_port

pytestmark = pytest.mark.redis
PROGRAM = shutil.which("redis-server")


class Redis:
    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        options = ["--bind", "127.0.0.1", "--save", "", "--dir", "/tmp"]
        command = [str(PROGRAM), "--port", str(self.port), *options]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        until(self.answers)

    def answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def redis() -> Iterator[Redis]:
    if PROGRAM is None:
        if os.environ.get("KITCHEN_REQUIRE_SERVICES"):
            pytest.fail("redis-server is missing: install the package `redis-server`")
        pytest.skip("no Redis on this machine: install the package `redis-server`")
    made = Redis()
    made.start()
    yield made
    made.kill()


def test_redis_goes_and_comes_back(home: Home, redis: Redis) -> None:
    with home.web(REDIS_URL=redis.url) as here, home.web(REDIS_URL=redis.url) as there:
        alice = home.alice(here)
        there.first_page()
        with Page(home, alice.at(there.port)) as page:
            with Crowd(home, alice) as crowd:
                redis.kill()
                crowd.goes_on(5)
                assert Person(there.port, alice.id).sign_in().get(f"/h/{alice.code}/").status == 200
                redis.start()
                crowd.goes_on()
            page.is_true()
        assert set(crowd.told()) == {200, 302}, "a write was refused for want of Redis"
    crowd.judge()
