from threading import BoundedSemaphore

import pytest

from accounts.models import Household, User
from recipes import incoming
from tests.conftest import ClientOf


def test_many_fetches_at_once_leave_connections_to_others(
    household: Household, bob: User, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = BoundedSemaphore(1)
    taken.acquire()
    monkeypatch.setattr(incoming, "FETCHES", taken)
    answer = client_of(bob).post(
        f"/h/{household.code}/recipes/import/", {"way": "address", "address": "https://example.org/dal"}
    )
    assert answer.status_code == 422
    assert "Other pages are being fetched just now" in answer.content.decode()
    assert "https://example.org/dal" in answer.content.decode()
