"""When memory is looked through for what nothing points at any more.

Looking through all that a process has loaded takes a tenth of a second, in the middle of somebody's page. What is
loaded stays to the end: it is looked through once and then left out.
"""

import asyncio
import gc

# New objects before the youngest are looked at, and such looks before older ones are; Python has 700, 10, 10.
LOOKS = (20_000, 20, 50)
# Seconds after a start in which most of what is loaded with first pages has been.
LATER = 120


def leave_out_what_is_loaded(loop: asyncio.AbstractEventLoop) -> None:
    """Now, and once more when the first pages have been asked for."""
    gc.set_threshold(*LOOKS)
    _leave_out()
    loop.call_later(LATER, _leave_out)


def _leave_out() -> None:
    gc.collect()
    gc.freeze()
