"""What lines of the ledger set that were written before lines kept it: told by the feed, which kept it for them."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any
from uuid import UUID

from accounts.models import Activity
from pantry.lot_fields import Kept, plain


def told_before(household: UUID, operations: Collection[UUID]) -> dict[UUID, Kept]:
    """By operation, the fields that it changed, each with what it was and what it became."""
    if not operations:
        return {}
    told = Activity.objects.filter(household=household, subject__in=operations).values_list("subject", "facts")
    return {subject: _changed(facts) for subject, facts in told if subject and "before" in facts and "after" in facts}


def _changed(facts: dict[str, Any]) -> Kept:
    before, after = _named(facts["before"]), _named(facts["after"])
    return {name: [before[name], after[name]] for name in after if before.get(name) != after[name]}


def _named(kept: dict[str, Any]) -> Kept:
    """Under the names that lines have for the fields, and as they write them; the amount is in the line itself."""
    named = {"food" if name == "food_id" else name: value for name, value in kept.items() if name != "amount"}
    if "food" in named:
        named["food"] = str(named["food"] or "")
    if named.get("pack") is not None:
        named["pack"] = plain(Decimal(named["pack"]))
    return named
