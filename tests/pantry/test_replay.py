"""A lot is what its lines say: whatever is done and taken back, in whatever order, nothing gets lost."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.errors import DomainError
from pantry.replay import Line, sums, without

AMOUNTS = st.integers(1, 12).map(Decimal)
FIELDS: dict[str, Any] = {"unit": "g", "rough": "", "place": "shelf", "use_by": "2030-01-10", "opened_on": None}
DEEDS = st.one_of(
    st.tuples(st.just("take"), AMOUNTS),
    st.tuples(st.just("count"), st.integers(0, 15).map(Decimal)),
    st.tuples(st.just("unit"), st.sampled_from(["g", "tin"]), AMOUNTS),
    st.tuples(st.just("rough")),
    st.tuples(st.just("move"), st.sampled_from(["shelf", "fridge", "freezer"])),
    st.tuples(st.just("open")),
    st.tuples(st.just("undo"), st.integers(1, 9)),
)
few = settings(max_examples=150, deadline=None, derandomize=True)


@dataclass
class Lot:
    """A lot and its ledger, without a database."""

    fields: dict[str, Any] = field(default_factory=lambda: dict(FIELDS))
    amount: Decimal | None = Decimal(10)
    finished: bool = False
    lines: list[tuple[int, Line]] = field(default_factory=lambda: [(0, Line("added", Decimal(10), "g"))])
    deeds: int = 0

    @property
    def now(self) -> tuple[dict[str, Any], Decimal | None, bool]:
        return dict(self.fields), self.amount, self.finished

    def write(self, kind: str, delta: Decimal | None, **fields: Any) -> None:
        changes = {name: [self.fields[name], value] for name, value in fields.items()}
        self.lines.append((self.deeds, Line(kind, delta, fields.get("unit", self.fields["unit"]), changes)))

    def do(self, verb: str, *how: Any) -> None:
        """Refuses with a DomainError, or with a ValueError what a service would not offer."""
        if verb == "undo":
            self.undo(how[0])
            return
        if self.finished:
            raise ValueError
        self.deeds += 1
        getattr(self, verb)(*how)
        self.finished = self.finished or self.amount == 0

    def take(self, amount: Decimal) -> None:
        if self.amount is None:
            self.write("consumed", None)
            self.finished = True
            return
        if amount > self.amount:
            raise ValueError
        self.write("consumed", -amount)
        self.amount -= amount

    def count(self, amount: Decimal) -> None:
        rough = {"rough": ""} if self.fields["rough"] else {}
        self.write("counted", amount - (self.amount or 0), **rough)
        self.fields["rough"], self.amount = "", amount

    def unit(self, unit: str, amount: Decimal) -> None:
        if self.amount is None or unit == self.fields["unit"]:
            raise ValueError
        self.write("corrected", -self.amount)
        self.write("corrected", amount, unit=unit, rough="")
        self.fields |= {"unit": unit}
        self.amount = amount

    def rough(self) -> None:
        if self.amount is None:
            raise ValueError
        self.write("corrected", -self.amount, rough="some")
        self.fields["rough"], self.amount = "some", None

    def move(self, place: str) -> None:
        day = f"2030-01-{len(self.lines) + 10}"
        self.write("moved", None if self.amount is None else Decimal(0), place=place, use_by=day)
        self.fields |= {"place": place, "use_by": day}

    def open(self) -> None:
        self.write("opened", None if self.amount is None else Decimal(0), opened_on="2030-01-01", use_by="2030-01-04")
        self.fields |= {"opened_on": "2030-01-01", "use_by": "2030-01-04"}

    def undo(self, deed: int) -> None:
        if not any(number == deed and line.stands for number, line in self.lines):
            raise ValueError
        marked = [replace(line, now=number == deed) for number, line in self.lines]
        found = without(marked, self.fields, "rice")
        self.fields |= found.fields
        self.amount, self.finished = found.amount, found.finished
        self.lines = [(number, replace(line, back=line.back or number == deed)) for number, line in self.lines]

    def standing(self) -> list[int]:
        return sorted({number for number, line in self.lines if line.stands})


def done(deeds: list[tuple[Any, ...]]) -> Lot:
    lot = Lot()
    for deed in deeds:
        before, kept = lot.now, list(lot.lines)
        try:
            lot.do(*deed)
        except (DomainError, ValueError):
            assert (lot.now, lot.lines) == (before, kept), "what is refused changes nothing"
    return lot


@given(st.lists(DEEDS, max_size=14))
@few
def test_the_lines_sum_up_to_what_is_there_and_never_below_nothing(deeds: list[tuple[Any, ...]]) -> None:
    lot = done(deeds)
    by_unit = sums([line for _number, line in lot.lines])
    kept = by_unit.pop(lot.fields["unit"], Decimal(0))
    assert kept == (lot.amount or 0) >= 0
    assert not any(by_unit.values())
    assert (lot.amount is None) == bool(lot.fields["rough"])


@given(st.lists(DEEDS, max_size=10), DEEDS)
@few
def test_taking_back_the_last_restores_exactly(deeds: list[tuple[Any, ...]], last: tuple[Any, ...]) -> None:
    lot = done([deed for deed in deeds if deed[0] != "undo"])
    before, deed = lot.now, lot.deeds + 1
    try:
        lot.do(*last)
    except (DomainError, ValueError):
        return
    if last[0] != "undo":
        lot.undo(deed)
        assert lot.now == before


@given(st.lists(DEEDS, max_size=12), st.randoms(use_true_random=False))
@few
def test_taken_back_in_any_order_it_is_as_it_was_at_first(deeds: list[tuple[Any, ...]], order: Any) -> None:
    lot = done(deeds)
    while left := [number for number in lot.standing() if number]:
        order.shuffle(left)
        for number in left:
            try:
                lot.undo(number)
                break
            except DomainError:
                continue
        else:
            lot.undo(max(left))
    assert lot.now == (FIELDS, Decimal(10), False)


LINES = [Line("added", Decimal(10), "g"), Line("consumed", Decimal(-4), "g"), Line("counted", Decimal(2), "g")]


@pytest.mark.parametrize(
    ("back", "later", "sentence"),
    [
        (0, [], "counted again since"),
        (1, [], "counted again since"),
        (2, [Line("consumed", Decimal(-8), "g")], "gone since"),
        (
            2,
            [Line("corrected", Decimal(-8), "g"), Line("corrected", Decimal(1), "tin", {"unit": ["g", "tin"]})],
            "since",
        ),
    ],
)
def test_a_refusal_says_why(back: int, later: list[Line], sentence: str) -> None:
    lines = [replace(line, now=at == back) for at, line in enumerate(LINES)] + later
    unit = "tin" if any(line.unit == "tin" for line in later) else "g"
    with pytest.raises(DomainError, match=sentence):
        without(lines, {"unit": unit, "rough": ""}, "rice")
