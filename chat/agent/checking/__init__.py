"""What our own rules say against an answer, whoever gave it: kept with the message and drawn above it."""

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from accounts.models import Household
from chat.agent.checking.dishes import dish_cautions
from chat.agent.checking.written import written_cautions
from chat.agent.safety import concerns_of
from recipes.queries.suiting import NOBODY, table_of

MOST = 6
LONGEST = 300


@dataclass(frozen=True)
class Answered:
    """As much of an answer as is checked: its words, the recipes that it names, whether a model wrote it freely."""

    text: str
    recipes: tuple[UUID, ...] = ()
    is_free: bool = True


def cautions_about(household: Household, answer: Answered, *, at_table: bool) -> list[dict[str, Any]]:
    """`[{"kind": "allergen", "text": …}]`. Guests are not told who must not have what."""
    table = table_of(household) if at_table else NOBODY
    found = [*dish_cautions(household, answer.recipes, table)]
    if answer.is_free:
        found += written_cautions(answer.text, table)
    found += concerns_of(answer.text)
    told = {one.text: {**asdict(one), "text": one.text[:LONGEST]} for one in found}
    return list(told.values())[:MOST]
