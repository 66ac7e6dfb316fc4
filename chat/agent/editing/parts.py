"""What of a proposal somebody may say otherwise before they agree: each part is one input of a plain form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from chat.agent.amounts import read_amount
from chat.agent.deps import Kitchen
from chat.agent.toolbox import Planned
from kitchen.errors import DomainError
from kitchen.units import Quantity

AMOUNT, TEXT, LINES, DATE, CHOICE, SEVERAL = "amount", "text", "lines", "date", "choice", "several"
Said = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """`group` is the thing that it belongs to: parts of one group stand together. `most` is how long a text may be."""

    name: str
    label: str
    kind: str
    value: Any
    group: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = True
    most: int = 200


@dataclass(frozen=True)
class Edit:
    """`parts` of the arguments of a proposal, and what it would be with them `changed`: refused like a tool refuses."""

    parts: Callable[[Kitchen, dict[str, Any]], list[Part]]
    changed: Callable[[Kitchen, dict[str, Any], Said], Planned]


def amount_said(text: str, name: str) -> Quantity:
    """A quantity; refused at its own field."""
    try:
        found = read_amount(text).quantity
    except DomainError as refusal:
        raise DomainError(str(refusal), field=name) from refusal
    if found is None:
        raise DomainError(_("Say how much, such as “200 g”."), field=name)
    return found
