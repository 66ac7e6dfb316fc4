"""The changes that a person can approve: what each does, called as that person. Knows nothing of any model."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Activity
from accounts.queries.activity import line_of
from chat.agent.applying import cooking, correcting, memory, money, recipes, shopping, stock
from chat.agent.deps import Kitchen
from chat.agent.toolbox import require_door

Work = Callable[[Kitchen, dict[str, Any]], str]


@dataclass(frozen=True)
class Applied:
    """What was done in one sentence, and the lines of the feed that undo it, the newest of them by itself as well."""

    sentence: str
    activity_id: UUID | None = None
    lines: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Change:
    """`work` calls the services, which judge state and rights as they are now; `door` is the page for the same.

    `undo` takes back what leaves no line in the feed.
    """

    door: str
    work: Work
    undo: Work | None = None

    def apply(self, kitchen: Kitchen, arguments: dict[str, Any]) -> Applied:
        """In the caller's transaction and scope. Refuses (DomainError) what is not as it was when it was proposed."""
        require_door(kitchen, self.door)
        before = _newest(kitchen)
        sentence = self.work(kitchen, arguments)
        lines = list(_own(kitchen).filter(number__gt=before).select_related("actor").order_by("number"))
        if not lines:
            return Applied(sentence or _("Done."))
        told = sentence or (line_of(lines[0]).sentence if len(lines) == 1 else _("Done."))
        return Applied(told, lines[-1].pk, tuple(line.pk for line in lines))


CHANGES: dict[str, Change] = {
    "add_stock": Change("pantry:stock.add", stock.add),
    "use_stock": Change("pantry:stock.use", stock.use),
    "use_for_dish": Change("recipes:cooking.create", cooking.cook),
    "waste_stock": Change("pantry:stock.waste", stock.waste),
    "move_stock": Change("pantry:stock.move", stock.move),
    "correct_stock": Change("pantry:stock.edit", correcting.correct),
    "save_recipe": Change("recipes:recipe.create", recipes.save),
    "import_recipe": Change("recipes:recipe_import.create", recipes.bring, recipes.take_back),
    "remember": Change("chat:note.create", memory.keep, memory.take_back),
    "forget": Change("chat:note.delete", memory.drop, memory.bring_back),
    "add_to_list": Change("shopping:item.create", shopping.add),
    "add_missing_to_list": Change("shopping:need.create", shopping.add),
    "tick_on_list": Change("shopping:item.tick", shopping.tick, shopping.untick),
    "remove_from_list": Change("shopping:item.remove", shopping.remove),
    "split_bill": Change("shopping:expense.create", money.split),
    "settle_up": Change("shopping:settlement.create", money.settle),
}


def _own(kitchen: Kitchen) -> Any:
    return Activity.objects.filter(household=kitchen.household, actor=kitchen.person)


def _newest(kitchen: Kitchen) -> int:
    """Activities of one household are numbered under a lock: what is written from here on has a higher number."""
    number: int | None = _own(kitchen).order_by("-number").values_list("number", flat=True).first()
    return number or 0
