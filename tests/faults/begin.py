"""Starts a command of Kitchen in a world that is a little worse: `begin.py FAULT VALUE command ...`.

room N        no file may grow beyond N bytes: as on a full disk, for whoever runs it
clock FILE    the time of day is so many seconds off as FILE says, and jumps whenever that changes
deaf N        the layer in memory is full, but for each Nth message: the others are dropped in silence
"""

import resource
import runpy
import sys
import time
from datetime import timedelta
from pathlib import Path


def room(most: str) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))


def clock(file: str) -> None:
    from django.utils import timezone
    from procrastinate import utils

    off, real, now, utcnow = Path(file), time.time, timezone.now, utils.utcnow

    def seconds() -> float:
        return float(off.read_text() or 0)

    time.time = lambda: real() + seconds()
    timezone.now = lambda: now() + timedelta(seconds=seconds())
    utils.utcnow = lambda: utcnow() + timedelta(seconds=seconds())


def deaf(hears: str) -> None:
    from channels.layers import InMemoryChannelLayer

    send, sent = InMemoryChannelLayer.group_send, iter(range(sys.maxsize))

    async def full(self, group, message) -> None:
        if next(sent) % int(hears) == 0:
            await send(self, group, message)

    InMemoryChannelLayer.group_send = full


if __name__ == "__main__":
    fault, value, *command = sys.argv[1:]
    sys.path[0] = str(Path.cwd())
    globals()[fault](value)
    sys.argv = ["manage.py", *command]
    runpy.run_path("manage.py", run_name="__main__")
