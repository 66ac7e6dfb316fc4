"""No room: on the disk for what people send, in the layer for what wakes their pages."""

import asyncio
import errno
import os
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from kitchen.server.request import with_refusal
from tests.faults.crowd import Crowd
from tests.faults.home import Home, begun, until
from tests.faults.page import Page
from tests.operations.processes import PATIENCE, Running, manage
from tests.recipes.importing import TEXT

LIMIT = 300_000


def test_the_disk_has_no_room_for_what_is_sent(home: Home) -> None:
    """Nothing of it is kept, and that is said; everything else goes on."""
    with Running(home.var, begun("room", str(LIMIT), "run", "--web-only")) as kitchen:
        alice = home.alice(kitchen)
        path = f"/h/{alice.code}/recipes/import/"
        with Crowd(home, alice) as crowd:
            for _ in range(3):
                refused = alice.upload(path, "uploads", os.urandom(4 * LIMIT))
                assert (refused.status, refused.is_clear) == (503, True)
            crowd.goes_on()
            assert alice.upload(path, "uploads", TEXT.encode(), operation=str(uuid4())).status == 302
        assert set(crowd.told()) <= {200, 302}
    crowd.judge()


def test_the_disk_has_no_room_for_a_backup(home: Home, tmp_path: Path) -> None:
    """That is said in a sentence, and no half of one stays beside those that are whole."""
    whole = manage(home.var, "backup", "--to", str(tmp_path))
    assert whole.returncode == 0, whole.stdout
    before = list(tmp_path.iterdir())
    with Running(home.var, begun("room", str(LIMIT // 10), "backup", "--to", str(tmp_path))) as broken:
        assert broken.process.wait(PATIENCE) == 1
        assert "The backup could not be written to" in broken.text
        assert "Traceback" not in broken.text
    assert list(tmp_path.iterdir()) == before


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_there_is_no_room_for_the_second_copy_of_it(number: int) -> None:
    sent: list[dict[str, Any]] = []

    async def full(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(with_refusal(full)({}, None, send))
    assert sent[0]["status"] == 503
    assert (b"retry-after", b"5") in sent[0]["headers"]
    assert b"<h1>" in sent[1]["body"]


def test_the_layer_is_full(home: Home) -> None:
    """It drops four of five messages in silence: an open page sees the number of the next, and asks for the rest."""
    with Running(home.var, begun("deaf", "5", "run", "--web-only")) as kitchen:
        alice = home.alice(kitchen)
        with Page(home, alice) as page:
            with Crowd(home, alice) as crowd:
                crowd.goes_on(10)

            def catches_up() -> bool:
                """What was dropped last is made up for with the next thing that happens: nobody polls."""
                assert alice.operate(crowd.devices[0].something()).is_done
                time.sleep(0.5)
                return page.number == page.newest()

            until(catches_up)
        assert page.ends == []
    crowd.judge()
