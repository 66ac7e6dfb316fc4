"""What the apps say of their tables for the file of a household."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from accounts.models import Household
from kitchen.registry import Registry


@dataclass(frozen=True)
class Names:
    """How rows of a catalogue are called in a file: `told` by their key, and which key is `meant` by a name."""

    told: Callable[[], Mapping[Any, str]]
    meant: Callable[[], Mapping[str, Any]]


# By model label ("accounts.Notice"), why its rows stay where they are.
left_out: Registry[str] = Registry("reason to leave out")
# By label of a catalogue.
catalogues: Registry[Names] = Registry("catalogue")
# By label: raises, with whatever error, over a row whose JSON the program could not work with; may tidy the row.
checks: Registry[Callable[[Any], object]] = Registry("check of a row")
# By "label.field" that names a person: the text beside it that keeps a name for who is not here.
said_beside: Registry[str] = Registry("name beside a person")
# "label.field" of files that pages show as pictures.
shown: Registry[bool] = Registry("shown picture")
# By app: what is worked out of rows after they have come.
arrivals: Registry[Callable[[Household], object]] = Registry("arrival")
