"""How to split, as a model says it: modes, parts and things by names, read into a split of people."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from typing_extensions import TypedDict

from accounts.models import User
from chat.agent.deps import Kitchen
from chat.agent.tools.people import at_table, people_called, person_called
from kitchen.errors import DomainError
from kitchen.money import smallest
from kitchen.typed_money import read_money
from shopping.models import SplitMode
from shopping.splitting import (
    Item,
    Money,
    Split,
    apportion,
    by_amounts,
    by_items,
    by_percent,
    by_shares,
    equally,
    payer_first,
)

WEIGHED = {SplitMode.EXACT: by_amounts, SplitMode.PERCENT: by_percent, SplitMode.SHARES: by_shares}


class Part(TypedDict):
    """What one person pays: `value` is an amount, a percent or a number of shares, as the mode says."""

    person: str
    value: str


class Thing(TypedDict):
    """One thing on the bill, what it cost, and the names of those whose it was."""

    name: str
    amount: str
    people: list[str]


def money_of(kitchen: Kitchen, text: str) -> Money:
    amount = read_money(text)
    if amount is None:
        raise DomainError(_("“%(text)s” is not an amount of money.") % {"text": text})
    currency = kitchen.household.currency
    told = Money(amount, currency, smallest(currency))
    told.check()
    return told


def mode_of(mode: str, parts: Sequence[Part] | None, items: Sequence[Thing] | None) -> SplitMode:
    """A model that names things or parts and forgets the mode means it all the same; one that contradicts is asked."""
    if mode not in SplitMode.values:
        told = {"mode": mode, "modes": ", ".join(SplitMode.values)}
        raise DomainError(_("“%(mode)s” is no way to split: use %(modes)s.") % told)
    if items and mode == SplitMode.EQUAL:
        return SplitMode.ITEMS
    if parts and mode in (SplitMode.EQUAL, SplitMode.ITEMS):
        raise DomainError(_("Say whether the parts are amounts, percent or shares."))
    return SplitMode(mode)


def split_of(
    kitchen: Kitchen,
    told: Money,
    mode: SplitMode,
    sharing: list[User],
    payer: User,
    parts: Sequence[Part],
    items: Sequence[Thing],
) -> Split:
    table = at_table(kitchen)
    if mode == SplitMode.EQUAL:
        return equally(told, sharing)
    if mode == SplitMode.ITEMS:
        things = [
            Item(
                one["name"] or _("Thing"),
                money_of(kitchen, one["amount"]).total,
                tuple(people_called(kitchen, table, one["people"])),
            )
            for one in items
        ]
        return by_items(told, things, sharing)
    said = {person_called(kitchen, table, one["person"]): one["value"] for one in parts}
    if len(said) < len(parts):
        raise DomainError(_("Everybody has one share."))
    values = _with_rest(told, said) if mode == SplitMode.EXACT else {who: _number(text) for who, text in said.items()}
    return WEIGHED[mode](told, [(person, values[person]) for person in payer_first(list(values), payer)])


def _with_rest(told: Money, said: dict[User, str]) -> dict[User, Decimal]:
    """Amounts; for who has the "rest", what the others leave."""
    named = {who: read_money(text) for who, text in said.items() if text.strip().casefold() != "rest"}
    if wrong := next((who for who, amount in named.items() if amount is None), None):
        raise DomainError(_("“%(text)s” is not an amount of money.") % {"text": said[wrong]})
    amounts = {who: amount for who, amount in named.items() if amount is not None}
    others = [who for who in said if who not in amounts]
    left = told.total - sum(amounts.values())
    if others and left > 0:
        amounts |= dict(zip(others, apportion(left, [Fraction(1)] * len(others), told.part), strict=True))
    return {who: amounts.get(who, Decimal(0)) for who in said}


def _number(text: str) -> Decimal:
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    if not plain.replace(".", "", 1).isdecimal():
        raise DomainError(_("Give shares as plain numbers: 2, or 33.3."))
    return Decimal(plain)
