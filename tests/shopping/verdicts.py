"""What must be true of a list whatever was sent to it: judged by its operations alone, and by what devices heard."""

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise
from typing import Any

from kitchen.doctor import checks
from kitchen.doctor.finding import State
from shopping.models import ListOperation, ShoppingList, ShoppingListItem
from shopping.records import Record, record_of
from tests.database import as_owner
from tests.shopping.devices import Answered, Device

# What each kind may change of an item; its state, besides, only as STATES says.
SETS = {
    "add": {"quantity", "unit", "note"},
    "edit": {"name", "quantity", "unit", "note", "category", "price", "needed_on"},
}
STATES = {
    "add": set[tuple[str, str]](),
    "tick": {("open", "ticked"), ("removed", "ticked")},
    "untick": {("ticked", "open")},
    "edit": {("removed", "open"), ("removed", "ticked")},
    "remove": {("open", "removed"), ("ticked", "removed")},
    "restore": {("removed", "open"), ("removed", "ticked")},
    "put_away": {("ticked", "put_away")},
}
# After an operation that was done, the item is in one of these, whatever it was before.
ENDS = {
    "add": {"open"},
    "tick": {"ticked", "put_away"},
    "untick": {"open", "removed"},
    "edit": {"open", "ticked"},
    "remove": {"removed"},
    "restore": {"open", "ticked", "put_away"},
}
# What is added to what without asking how heavy a thing is.
SMALLEST = {"g": ("weight", 1), "kg": ("weight", 1000), "ml": ("volume", 1), "l": ("volume", 1000)}
Story = list[ListOperation]


class Ledger:
    """A list with all its operations, read once."""

    def __init__(self, kept: ShoppingList) -> None:
        with as_owner():
            self.list = ShoppingList.objects.select_related("household").get(pk=kept.pk)
            self.lines = list(ListOperation.objects.filter(shopping_list=kept).order_by("number", "id"))
            self.items = {str(item.pk): item for item in ShoppingListItem.objects.filter(shopping_list=kept)}
        self.stories: dict[str, Story] = defaultdict(list)
        self.by_operation: dict[str, Story] = defaultdict(list)
        for line in self.lines:
            self.by_operation[str(line.operation)].append(line)
            if line.number is not None:
                self.stories[str(line.item_id)].append(line)

    def judge(self) -> None:
        """No gap, nothing twice; each item is what its operations made of it, one after the other."""
        numbered = [line for line in self.lines if line.number is not None]
        assert [line.number for line in numbered] == list(range(1, self.list.number + 1))
        assert len({(line.operation, line.item_id) for line in self.lines}) == len(self.lines)
        assert set(self.items) == set(self.stories)
        for id, item in self.items.items():
            judge_story(item, self.stories[id])

    def judge_device(self, device: Device) -> None:
        """What it was told is done stands here with its effect, what was refused left nothing; no tick came back."""
        answers = [one for one in device.answers if one.operation.list == str(self.list.pk)]
        in_turn = sorted(answers, key=lambda one: device.did.index(one.operation.id))
        numbers = [one.number or 0 for one in in_turn if one.outcome == "applied"]
        assert numbers == sorted(numbers), "a device's own operations stand in another order than it did them"
        for answered in answers:
            lines = self.by_operation[answered.operation.id]
            if answered.outcome == "applied":
                # One typed line may have put several things on the list.
                assert lines, "acknowledged, and not in the order"
                assert len(lines) == 1 or answered.operation.kind == "add"
                self._judge_done(answered, lines[0])
            else:
                assert not [line for line in lines if line.number is not None], "refused, and done all the same"
        refused = {one.operation.item for one in answers if one.outcome == "refused"}
        for row in device.came_back:
            if row.list == str(self.list.pk):
                said = [line.kind for line in self.stories[row.item] if (line.number or 0) <= row.number]
                last = [kind for kind in said if kind in {"tick", "untick", "take_back"}][-1:]
                assert row.item in refused or last not in ([], ["tick"]), f"{row} came back by itself"

    def _judge_done(self, answered: Answered, line: ListOperation) -> None:
        told, after = answered.operation, line.after
        assert after
        assert (line.number, str(line.item_id), line.kind) == (answered.number, answered.item, told.kind)
        assert after["state"] in ENDS[told.kind], (told, line.before, after)
        if told.kind == "add" and "," not in told.body["text"]:
            judge_amount(told.body["text"], line.before, after)
        if told.kind == "edit":
            judge_edit(told.body["fields"], line.before or {}, after)
        if told.kind == "remove" and line.before and line.before["state"] != "removed":
            since = [one for one in self.stories[str(line.item_id)] if told.body["seen"] < (one.number or 0)]
            unseen = [one for one in since if one.number < line.number and one.by_id != line.by_id]  # type: ignore[operator]
            assert all(one.before == one.after for one in unseen), "what somebody had changed was taken off unseen"


def judge_story(item: ShoppingListItem, story: Story) -> None:
    assert story[0].before is None
    assert item.number == story[-1].number
    assert record_of(item) == story[-1].after, "the item is not what its operations say"
    in_basket = False
    for earlier, later in pairwise(story):
        assert later.before == earlier.after, "something changed between two operations"
        if later.kind != "take_back":
            judge_step(later.kind, earlier.after or {}, later.after or {})
    for line in story:
        in_basket = in_basket and line.kind not in {"untick", "take_back"}
        state = (line.after or {})["state"]
        assert not (in_basket and state == "open"), f"{line} took something out of the basket"
        in_basket = in_basket or state == "ticked"


def judge_step(kind: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    """An operation changes what its kind may, and nothing else."""
    changed = {name for name in after if after[name] != before[name]}
    assert changed - {"state"} <= SETS.get(kind, set()), (kind, before, after)
    assert "state" not in changed or (before["state"], after["state"]) in STATES[kind], (kind, before, after)


def judge_edit(fields: dict[str, str], before: Record, after: Record) -> None:
    """What it names is as it says; of the rest only the aisle may follow a new name."""
    assert all(name == "amount" or after[name] == value for name, value in fields.items()), (fields, after)
    follows = {"amount": {"quantity", "unit"}, "name": {"category"}}
    named = {"state"}.union(fields, *(follows.get(name, set()) for name in fields))
    assert {name for name in after if after[name] != before[name]} <= named, (fields, before, after)


def judge_amount(text: str, before: Record | None, after: Record) -> None:
    if before is None:
        assert after["name"].casefold() in text.casefold()
        return
    number, unit, *_ = [*text.split(), "", ""]
    (kind, times), (was, factor) = (SMALLEST.get(one, ("", 1)) for one in (unit, before["unit"]))
    if kind == was and kind and before["quantity"]:
        more, there = Fraction(number) * times, Fraction(before["quantity"]) * factor
        now = Fraction(after["quantity"]) * SMALLEST[after["unit"]][1]
        assert now == there + more, "an amount was lost in joining"


def judge_doctor() -> None:
    found = [check() for name, check in checks if name == "lists"]
    assert [one.state for one in found] == [State.OK], found
