"""Asks one tool as somebody of a household, and does what it proposes."""

from typing import Any

from accounts.models import Household, User
from chat.agent.changes import CHANGES, Applied
from chat.agent.kit import toolsets
from chat.agent.toolbox import TOOLS, Planned, Told
from kitchen import tenancy
from tests.chat.agent.asking import kitchen_of

toolsets()


def told(household: Household, person: User, tool: str, **arguments: Any) -> dict[str, Any]:
    answer = called(household, person, tool, **arguments)
    assert isinstance(answer, Told)
    return answer.value


def called(household: Household, person: User, tool: str, **arguments: Any) -> Told | Planned:
    entry = TOOLS.get(tool)
    assert entry
    kitchen = kitchen_of(household, person)
    with tenancy.scope(household=household.pk, person=person.pk):
        return entry.run(kitchen, arguments)


def planned(household: Household, person: User, tool: str, **arguments: Any) -> Planned:
    answer = called(household, person, tool, **arguments)
    assert isinstance(answer, Planned)
    return answer


def done(household: Household, person: User, tool: str, **arguments: Any) -> Applied:
    """Proposed and approved by the same person."""
    answer = planned(household, person, tool, **arguments)
    kitchen = kitchen_of(household, person)
    with tenancy.scope(household=household.pk, person=person.pk):
        return CHANGES[tool].apply(kitchen, answer.arguments)
