"""What somebody does not want to be reminded of now. It is kept with their visit on this device, for a week: nobody
else has said so, and it works without JavaScript.
"""

from datetime import date
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from accounts.models import Household

KEPT = "put_off"
DAYS, MOST, LONGEST = 7, 60, 120


def is_put_off(session: SessionBase, household: Household, today: date) -> set[str]:
    """The codes of suggestions whose week is not over."""
    return {code for code, until in _of(session, household).items() if until > today.toordinal()}


def put_off(session: SessionBase, household: Household, code: str, today: date) -> None:
    known = {one: until for one, until in _of(session, household).items() if until > today.toordinal()}
    known[code[:LONGEST]] = today.toordinal() + DAYS
    _keep(session, household, dict(list(known.items())[-MOST:]))


def recall(session: SessionBase, household: Household) -> None:
    """Everything may be suggested again."""
    _keep(session, household, {})


def _of(session: SessionBase, household: Household) -> dict[str, int]:
    kept: dict[str, int] = session.get(KEPT, {}).get(household.code, {})
    return kept


def _keep(session: SessionBase, household: Household, known: dict[str, int]) -> None:
    others: dict[str, Any] = {code: kept for code, kept in session.get(KEPT, {}).items() if code != household.code}
    session[KEPT] = {**others, household.code: known} if known else others
