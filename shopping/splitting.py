"""How a bill becomes shares that sum up to it, in every way to split.

What each owes is reckoned exactly, as fractions, and cut down to whole smallest coins of the currency once, at the end.
The coins that are left then go one each to those who lost most by the cut; of several who lost alike, to the first in
the order given. So nobody is further than a coin from what is exact, and the same bill is always split alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from accounts.models import User
from kitchen.errors import DomainError
from kitchen.money import CENT, tell_money
from shopping.models import SplitMode

NOTHING = Decimal(0)
WHOLE = Decimal(100)
MOST = Decimal(1_000_000_000)
MOST_WEIGHT = Decimal(100_000)
WEIGHT_PART = Decimal("0.001")
MOST_ITEMS = 100


@dataclass(frozen=True)
class Share:
    """What `user` owes of a bill; `weight` is the percent or the number of shares that was agreed on."""

    user: User
    amount: Decimal
    weight: Decimal | None = None


@dataclass(frozen=True)
class Item:
    """One thing on a bill and who shares it; "" is the name of the rest that nobody named."""

    name: str
    amount: Decimal
    people: tuple[User, ...]


@dataclass(frozen=True)
class Split:
    mode: str
    shares: tuple[Share, ...]
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Money:
    """What is split, and the smallest coin that can be paid."""

    total: Decimal
    currency: str = "EUR"
    part: Decimal = CENT

    def check(self) -> None:
        if not NOTHING < self.total < MOST or self.total % self.part:
            raise DomainError(_("Give an amount that can be paid."), field="total")

    def tell(self, amount: Decimal) -> str:
        return tell_money(amount, self.currency)


def equally(money: Money, people: Sequence[User]) -> Split:
    _check(money, people)
    shares = _shared(money, people, [Fraction(1)] * len(people))
    return Split(SplitMode.EQUAL, tuple(map(Share, people, shares)))


def by_amounts(money: Money, parts: Sequence[tuple[User, Decimal]]) -> Split:
    _check(money, [person for person, _amount in parts])
    if any(amount < NOTHING or amount % money.part for _person, amount in parts):
        raise DomainError(_("Nobody pays less than nothing, or parts of the smallest coin."), field="shares")
    given = sum((amount for _person, amount in parts), NOTHING)
    if given < money.total:
        left = money.tell(money.total - given)
        raise DomainError(_("%(amount)s of the bill are nobody's yet.") % {"amount": left}, field="shares")
    if given > money.total:
        over = money.tell(given - money.total)
        raise DomainError(_("The shares are %(amount)s more than the bill.") % {"amount": over}, field="shares")
    return Split(SplitMode.EXACT, tuple(Share(person, amount) for person, amount in parts))


def by_percent(money: Money, parts: Sequence[tuple[User, Decimal]]) -> Split:
    _check_weights(money, parts)
    given = sum((weight for _person, weight in parts), NOTHING)
    if given != WHOLE:
        told = {"percent": f"{given.normalize():f}"}
        raise DomainError(_("The percents make %(percent)s, not 100.") % told, field="shares")
    return _weighed(SplitMode.PERCENT, money, parts)


def by_shares(money: Money, parts: Sequence[tuple[User, Decimal]]) -> Split:
    _check_weights(money, parts)
    if not any(weight for _person, weight in parts):
        raise DomainError(_("Give at least one share to somebody."), field="shares")
    return _weighed(SplitMode.SHARES, money, parts)


def by_items(money: Money, items: Sequence[Item], everybody: Sequence[User]) -> Split:
    """Thing by thing. What no thing names is the rest, which `everybody` shares equally; who has no part has no share.

    The rest becomes an item without a name, so that the items always sum up to the bill.
    """
    money.check()
    if not items or len(items) > MOST_ITEMS:
        raise DomainError(_("Say which things were on the bill, at most a hundred."), field="items")
    if any(not item.people or not item.amount > NOTHING or item.amount % money.part for item in items):
        raise DomainError(_("Each thing needs an amount that can be paid, and somebody whose it was."), field="items")
    rest = money.total - sum(item.amount for item in items)
    if rest < NOTHING:
        over = money.tell(-rest)
        raise DomainError(_("The things are %(amount)s more than the bill.") % {"amount": over}, field="items")
    every = [*items, *([Item("", rest, tuple(everybody))] if rest else [])]
    people = list(dict.fromkeys([*everybody, *(person for item in every for person in item.people)]))
    _check(money, people)
    owed = dict.fromkeys(people, Fraction(0))
    for item in every:
        _check(money, item.people)
        for person in item.people:
            owed[person] += Fraction(item.amount) / len(item.people)
    sharing = [person for person in people if owed[person]]
    shares = _shared(money, sharing, [owed[person] for person in sharing])
    return Split(SplitMode.ITEMS, tuple(map(Share, sharing, shares)), tuple(every))


def apportion(total: Decimal, weights: Sequence[Fraction], part: Decimal = CENT) -> list[Decimal]:
    """Amounts of whole `part`s in proportion to `weights`, which sum up to `total` exactly."""
    coins, whole = int(total / part), sum(weights, Fraction(0))
    exact = [coins * weight / whole for weight in weights]
    given = [int(amount) for amount in exact]
    lost = sorted(range(len(exact)), key=lambda at: given[at] - exact[at])
    for at in lost[: coins - sum(given)]:
        given[at] += 1
    return [amount * part for amount in given]


def payer_first(people: Sequence[User], payer: User) -> list[User]:
    """Once each; who paid takes the first of the coins that cannot be split."""
    return sorted(dict.fromkeys(people), key=lambda person: person != payer)


def _weighed(mode: str, money: Money, parts: Sequence[tuple[User, Decimal]]) -> Split:
    amounts = _shared(money, [person for person, _weight in parts], [Fraction(weight) for _person, weight in parts])
    pairs = zip(parts, amounts, strict=True)
    return Split(mode, tuple(Share(person, amount, weight) for (person, weight), amount in pairs))


def _shared(money: Money, people: Sequence[User], weights: Sequence[Fraction]) -> list[Decimal]:
    return apportion(money.total, weights, money.part) if people else []


def _check(money: Money, people: Sequence[User]) -> None:
    money.check()
    if not people:
        raise DomainError(_("Say between whom this is split."), field="shares")
    if len(set(people)) != len(people):
        raise DomainError(_("Everybody has one share."), field="shares")


def _check_weights(money: Money, parts: Sequence[tuple[User, Decimal]]) -> None:
    _check(money, [person for person, _weight in parts])
    for _person, weight in parts:
        if not NOTHING <= weight <= MOST_WEIGHT or weight % WEIGHT_PART:
            raise DomainError(_("Give shares as plain numbers: 2, or 33.3."), field="shares")
