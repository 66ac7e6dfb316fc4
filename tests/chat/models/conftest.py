from collections.abc import Iterator

import pytest
from asgiref.sync import sync_to_async

from accounts.models import Household
from chat.agent import deps
from chat.assistants import connecting
from chat.models import AssistantSettings, ModelSource
from chat.queries.assistant import SEALED_FOR
from chat.runs import reach
from kitchen.sealing import seal
from tests.chat.models.serving import ModelServer
from tests.chat.models.turn import KEY
from tests.chat.models.wires import WIRES, Wire
from tests.database import as_owner


@pytest.fixture(autouse=True)
def _in_the_tests_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs ask the database on the test's own connection, which Channels would close."""
    monkeypatch.setattr(reach, "database_sync_to_async", sync_to_async)
    monkeypatch.setattr(deps, "database_sync_to_async", sync_to_async)


@pytest.fixture(params=WIRES, ids=lambda wire: wire.provider)
def wire(request: pytest.FixtureRequest) -> Wire:
    found: Wire = request.param
    return found


@pytest.fixture
def server() -> Iterator[ModelServer]:
    made = ModelServer()
    yield made
    made.close()


@pytest.fixture
def own(
    household: Household, server: ModelServer, wire: Wire, settings: object, monkeypatch: pytest.MonkeyPatch
) -> AssistantSettings:
    """The household's own model is the fake one; nothing is waited for before it is asked again."""
    settings.CHAT_ALLOW_PRIVATE = True  # type: ignore[attr-defined]
    monkeypatch.setattr(connecting, "PAUSES", (0.0, 0.0))
    with as_owner():
        return AssistantSettings.objects.create(
            household=household,
            source=ModelSource.OWN,
            provider=wire.provider,
            base_url=f"http://127.0.0.1:{server.port}{wire.base}",
            model="qwen3:8b",
            sealed_key=seal(KEY, use=SEALED_FOR),
            input_price=2,
            output_price=8,
        )
