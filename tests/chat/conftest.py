import pytest

from chat.runs.loop import runner
from tests.chat.held import Held


@pytest.fixture(autouse=True)
def runs(monkeypatch: pytest.MonkeyPatch) -> Held:
    """Runs that were begun wait here, until the test performs them with a script."""
    held = Held()
    monkeypatch.setattr(runner, "start", held.waiting.append)
    return held
