"""Plays a conversation from its beginning: every answer follows from what was said and what the tools answered.

Nothing is kept between two requests. A skill is a generator that asks tools and at last says something; it is run again
from its start with the results that are there by now, until it asks something new or has an answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pydantic_ai.messages import ModelMessage

from chat.agent.builtin.skills import SKILLS
from chat.agent.builtin.turn import Talk, Turn, read
from chat.agent.builtin.understanding import understand
from chat.agent.builtin.understanding.things import thing
from chat.agent.builtin.wish import Call, Change, Here, Memory, Reply, Result, Skill, Wish

PARAGRAPH = "\n\n"
MOST_WISHES = 6
# How many turns back a message may lean on.
REMEMBERED = 6


@dataclass(frozen=True)
class NamedCall:
    id: str
    call: Call


@dataclass(frozen=True)
class Step:
    """What the model says next: text, calls, or both."""

    text: str = ""
    calls: tuple[NamedCall, ...] = ()


@dataclass
class Played:
    """How far the wishes of one turn have come."""

    replies: list[Reply] = field(default_factory=list)
    lookups: list[NamedCall] = field(default_factory=list)
    changes: list[NamedCall] = field(default_factory=list)
    decided: list[tuple[Change, Result]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return PARAGRAPH.join(dict.fromkeys(reply.text for reply in self.replies if reply.text))


def think(messages: Sequence[ModelMessage], here: Here) -> Step:
    talk = read(messages)
    if not talk.turns:
        return Step()
    memory = beginning(here)
    for turn in talk.turns[-REMEMBERED - 1 : -1]:
        memory = recall(turn, memory, talk, here)
    played = play(talk.turns[-1], memory, talk, here)[0]
    if played.lookups:
        return Step(calls=tuple(played.lookups))
    return Step(played.text, tuple(played.changes))


def beginning(here: Here) -> Memory:
    """What is known before the first word: the thing on the screen that the conversation was opened from."""
    about = here.about
    if about is None:
        return Memory()
    if about.kind == "recipe":
        return Memory(recipe=about)
    if about.kind == "list":
        return Memory(shopping_list=about.name)
    return Memory(food=about.name, lot=about if about.kind == "lot" else None)


def recall(turn: Turn, memory: Memory, talk: Talk, here: Here) -> Memory:
    """What is remembered after a turn that is over."""
    played, wishes = play(turn, memory, talk, here)
    if not wishes:
        return memory
    last = played.replies[-1] if played.replies else Reply("")
    food = last.food or named_in(wishes[-1]) or memory.food
    proposed = tuple(change for change, _result in played.decided)
    return Memory(
        wish=wishes[-1] if wishes[-1].kind not in SMALL else memory.wish,
        cook=next((wish for wish in reversed(wishes) if wish.kind == "cook"), memory.cook),
        options=last.options or memory.options,
        ask=last.ask,
        recipe=last.recipe or memory.recipe,
        food=food,
        lot=memory.lot if food == memory.food else None,
        shopping_list=memory.shopping_list,
        proposed=proposed or (memory.proposed if wishes[-1].kind in SMALL else ()),
        approved=any(result.get("approved") for _change, result in played.decided)
        or (memory.approved and not proposed),
    )


def named_in(wish: Wish) -> str:
    """The food that a wish names; the last of several things on a list."""
    items = wish.get("items") or []
    return str(wish.get("what") or (thing(items[-1]).name if items else ""))


SMALL = frozenset(
    {"hello", "thanks", "bye", "help", "yes", "no", "undo", "unknown", "either", "several", "beyond", "rude", "fine"}
)


def play(turn: Turn, memory: Memory, talk: Talk, here: Here) -> tuple[Played, list[Wish]]:
    """What a skill has found is known to the next wish of the same message."""
    played = Played()
    wishes = understand(turn.text, memory, here.people)[:MOST_WISHES]
    for at, wish in enumerate(wishes):
        skill = SKILLS[wish.kind](wish, memory, here)
        if reply := _run(skill, f"{turn.key}-{at}", talk, played):
            memory = replace(
                memory,
                wish=wish if wish.kind not in SMALL else memory.wish,
                food=reply.food or named_in(wish) or ("" if reply.recipe else memory.food),
                recipe=reply.recipe or memory.recipe,
            )
    return played, wishes


def _run(skill: Skill, key: str, talk: Talk, played: Played) -> Reply | None:
    """As far as it comes: to its reply, or to the first thing that it has to look up."""
    step = 0
    try:
        call = next(skill)
        while True:
            id = f"{key}-{step}"
            result = talk.results.get(id)
            if isinstance(call, Change) and (result is None or not result.refused):
                _propose(NamedCall(id, call), call, result, played)
                result = Result()
            if result is None:
                played.lookups.append(NamedCall(id, call))
                return None
            step += 1
            call = skill.send(result)
    except StopIteration as stop:
        reply: Reply = stop.value
        played.replies.append(reply)
        return reply


def _propose(named: NamedCall, change: Change, result: Result | None, played: Played) -> None:
    if result is None:
        if all(one.call != change for one in played.changes):
            played.changes.append(named)
    else:
        played.decided.append((change, result))
