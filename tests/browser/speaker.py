"""A model that says what the test tells it to, when it tells it to: behind the kitchen's own wire, on loopback."""

import os
import queue
import signal
import subprocess
from collections.abc import Iterable, Iterator
from typing import Any

from tests.browser.conftest import begin_server, free_port, wait_for
from tests.chat.models.serving import Cut, Deed, ModelServer, Refuse
from tests.chat.models.wires import OpenAI

WIRE = OpenAI()
PATIENCE = 30  # seconds


class Speaker:
    """Each line is said as soon as it is told; `ends` or `breaks` ends the answer."""

    def __init__(self) -> None:
        self.server, self.told = ModelServer(), queue.Queue[list[Deed] | None]()
        self.server.script = self.script

    def script(self, _number: int, body: dict[str, Any]) -> Iterable[Deed]:
        if not body.get("tools"):
            yield Refuse(500)  # it is asked for a title, and has none
            return
        told = self.told
        while (deeds := told.get(timeout=PATIENCE)) is not None:
            yield from deeds

    def thinks(self, text: str) -> None:
        self.told.put([WIRE.chunk({"role": "assistant", "reasoning_content": text})])

    def says(self, text: str) -> None:
        self.told.put([WIRE.chunk({"role": "assistant", "content": text})])

    def ends(self) -> None:
        self.told.put(list(WIRE.end()))
        self.told.put(None)

    def answers(self, text: str) -> None:
        self.says(text)
        self.ends()

    def breaks(self) -> None:
        self.told.put([Cut()])

    def be_silent(self) -> None:
        """Whatever waits for a line gets none any more, and what was told and not said is forgotten."""
        told, self.told = self.told, queue.Queue()
        told.put(None)


class Kitchen:
    """A server whose assistant is a speaker; it can be killed and begun anew under the same address."""

    def __init__(self, speaker: Speaker) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        model = {"CHAT_MODEL": "speaker", "CHAT_BASE_URL": f"http://127.0.0.1:{speaker.server.port}/v1"}
        self.env = {**model, "CHAT_API_KEY": "none", "EMAIL_URL": "memorymail://"}
        self.process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        self.process = begin_server(self.port, **self.env)
        wait_for(f"{self.url}/health/live", self.process)

    def kill(self) -> None:
        """As if the power had failed: nothing is tidied up."""
        if self.process and self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait(20)


def kitchens(speaker: Speaker) -> Iterator[Kitchen]:
    kitchen = Kitchen(speaker)
    kitchen.begin()
    try:
        yield kitchen
    finally:
        kitchen.kill()
