"""The fewest payments that settle what several owe each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

NOTHING = Decimal(0)
# Up to so many people the fewest payments are found by looking at every group; above it, largest debts go first.
MOST_EXACT = 10


@dataclass(frozen=True)
class Payment:
    """`payer` and `payee` are keys of the balances."""

    payer: str
    payee: str
    amount: Decimal


def fewest_payments(balances: Mapping[str, Decimal]) -> list[Payment]:
    """Balances sum up to nothing; who is owed money has more than nothing.

    People who settle among themselves save a payment: the more such groups, the fewer payments in all.
    """
    open_ones = {key: amount for key, amount in balances.items() if amount}
    return [payment for group in _groups(open_ones) for payment in _settled(group)]


def _groups(balances: dict[str, Decimal]) -> list[dict[str, Decimal]]:
    """The most groups whose balances sum up to nothing."""
    keys = list(balances)
    if len(keys) > MOST_EXACT:
        return [balances]
    sums = [NOTHING] * (1 << len(keys))
    most, last = [0] * len(sums), [0] * len(sums)
    for mask in range(1, len(sums)):
        low = mask & -mask
        sums[mask] = sums[mask ^ low] + balances[keys[low.bit_length() - 1]]
        singles = [1 << at for at in range(len(keys)) if mask >> at & 1]
        last[mask] = max(singles, key=lambda single: (most[mask ^ single], -single))
        most[mask] = most[mask ^ last[mask]] + (not sums[mask])
    return _cut(balances, keys, sums, last)


def _cut(
    balances: dict[str, Decimal], keys: list[str], sums: list[Decimal], last: list[int]
) -> list[dict[str, Decimal]]:
    """Walks back from everybody; wherever what is left sums up to nothing, a group ends.

    Where all do not sum up to nothing, as with a bill whose shares are gone, they are a group all the same.
    """
    groups: list[dict[str, Decimal]] = []
    mask = len(sums) - 1
    while mask:
        if not sums[mask] or not groups:
            groups.append({})
        key = keys[last[mask].bit_length() - 1]
        groups[-1][key] = balances[key]
        mask ^= last[mask]
    return groups


def _settled(balances: dict[str, Decimal]) -> list[Payment]:
    """The largest debt goes to whom most is owed, until nothing is left: one payment fewer than people."""
    owing = sorted(((-amount, key) for key, amount in balances.items() if amount < NOTHING), reverse=True)
    owed = sorted(((amount, key) for key, amount in balances.items() if amount > NOTHING), reverse=True)
    found: list[Payment] = []
    while owing and owed:
        (debt, payer), (claim, payee) = owing.pop(0), owed.pop(0)
        paid = min(debt, claim)
        found.append(Payment(payer, payee, paid))
        owing = sorted([*owing, *([(debt - paid, payer)] if debt > paid else [])], reverse=True)
        owed = sorted([*owed, *([(claim - paid, payee)] if claim > paid else [])], reverse=True)
    return found
