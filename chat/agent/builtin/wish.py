"""What somebody wants, and what the assistant does about it: the words of the built-in assistant's own modules."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Wish:
    """One thing that is wanted: `kind` names who fulfils it, `slots` say the rest; `confidence` is how sure the
    reading is, from 0 to 1.
    """

    kind: str
    slots: dict[str, Any] = field(default_factory=dict)
    confidence: float = field(default=1.0, compare=False)

    def get(self, name: str, default: Any = "") -> Any:
        return self.slots.get(name, default)

    def but(self, **slots: Any) -> "Wish":
        return replace(self, slots={**self.slots, **slots})


@dataclass(frozen=True)
class Option:
    """Something that can be pointed at later: "the second one". `kind` is recipe, lot, item, list, food,
    person or wish; `hint` has more words that it can be pointed at by.
    """

    kind: str
    id: str
    name: str
    hint: str = ""


@dataclass(frozen=True)
class Ask:
    """A question that is open: a choice fills `slot` of `wish` with the option's id, a "yes" fulfils it as it is."""

    wish: Wish
    slot: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Call:
    """A reading tool is asked."""

    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Change(Call):
    """A changing tool proposes. Its result says nothing in the same run, unless it refused."""


@dataclass(frozen=True)
class Result:
    """What a tool answered; `refused` is its sentence if it would not."""

    value: dict[str, Any] = field(default_factory=dict)
    refused: str = ""

    def get(self, name: str, default: Any = None) -> Any:
        return self.value.get(name, default)


@dataclass(frozen=True)
class Reply:
    """The answer to one wish in Markdown, with what later messages may point at."""

    text: str
    options: tuple[Option, ...] = ()
    ask: Ask | None = None
    recipe: Option | None = None
    food: str = ""


Skill = Generator[Call, Result, Reply]


@dataclass(frozen=True)
class Memory:
    """What the conversation is about, as far as the next message may lean on it; `cook` is the last question for
    dishes, whose answers are among the `options` until something else is listed.
    """

    wish: Wish | None = None
    cook: Wish | None = None
    lot: Option | None = None
    shopping_list: str = ""
    options: tuple[Option, ...] = ()
    ask: Ask | None = None
    recipe: Option | None = None
    food: str = ""
    proposed: tuple[Change, ...] = ()
    approved: bool = False


@dataclass(frozen=True)
class Here:
    """For whom and where the assistant answers; nothing of it comes from what was typed. `about` is what the
    conversation was opened from, `people` who eats and lives here, `remembered` what it was asked to remember.
    """

    name: str = ""
    household: str = ""
    currency: str = "EUR"
    lives_here: bool = True
    language: str = "en"
    about: Option | None = None
    people: tuple[str, ...] = ()
    remembered: tuple[str, ...] = ()


Worker = Callable[[Wish, Memory, Here], Skill]
