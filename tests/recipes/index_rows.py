"""Packed recipes and lots, made up without a database."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from recipes.index.index import Change
from recipes.index.keys import food_key, name_hash, short_hash
from recipes.index.packing import HEAD, LINE, UNKNOWN, Facts, PackedLine, packed
from recipes.queries.shelf import Lot
from recipes.queries.weighing import Asked

DAY = date(2026, 3, 10)
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
RECIPE = UUID(int=1)


def ask(food: int | None, name: str, amount: str | None = None, unit: str = "g", *, optional: bool = False) -> Asked:
    return Asked(RECIPE, name, name, food, None, None if amount is None else Decimal(amount), unit, optional)


def lot(food: int | None, name: str, amount: str | None = None, unit: str = "g", *, days: int | None = None) -> Lot:
    due = None if days is None else DAY + timedelta(days=days)
    return Lot(food, None, name, None if amount is None else Decimal(amount), unit, due, "estimated")


def line_of(asked: Asked) -> PackedLine:
    hashed = name_hash(asked.name_key)
    key, name = (food_key(asked.food_id), short_hash(hashed)) if asked.food_id else (hashed, 0)
    return PackedLine(key, name, float(asked.quantity or 0), asked.unit, asked.optional)


def facts_of(
    lines: Sequence[Asked], name: str = "dish", words: Sequence[str] = (), minutes: int | None = None
) -> Facts:
    unknown = [UNKNOWN + one.name_key for one in lines if one.food_id is None]
    return Facts(name, minutes, None, MOMENT, 0, 0, None, 0, [line_of(one) for one in lines], [*words, *unknown])


def change_of(recipes: Sequence[Sequence[Asked]], version: int = 1, first: int = 1) -> Change:
    """Recipes with the ids `first`, and so on."""
    return change([facts_of(one) for one in recipes], version, first)


def change(recipes: Sequence[Facts], version: int = 1, first: int = 1, gone: Sequence[int] = ()) -> Change:
    packs = [packed(one) for one in recipes]
    cuts = [(HEAD.itemsize, HEAD.itemsize + len(one.lines) * LINE.itemsize) for one in recipes]
    return Change(
        version=version,
        ids=b"".join(UUID(int=first + at).bytes for at in range(len(recipes))),
        numbers=b"".join((first + at).to_bytes(4, "big") for at in range(len(recipes))),
        heads=b"".join(pack[:head] for pack, (head, _tail) in zip(packs, cuts, strict=True)),
        lines=b"".join(pack[head:tail] for pack, (head, tail) in zip(packs, cuts, strict=True)),
        tails=b"".join(pack[tail:] for pack, (_head, tail) in zip(packs, cuts, strict=True)),
        gone=b"".join(UUID(int=one).bytes for one in gone),
    )
