"""Who owes whom: from all bills and payments of a household, or of one conversation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Sum
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext as _

from accounts.models import Household, Membership, User
from accounts.roles import TABLE
from kitchen.money import smallest, tell_money
from kitchen.tones import tone_of
from shopping.models import Expense, ExpenseShare, Settlement
from shopping.payments import Payment, fewest_payments

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Somebody:
    """A person of bills; `id` is None, and `tone` 0, for who is gone for good."""

    key: str
    id: UUID | None
    name: str
    is_me: bool = False

    @property
    def initial(self) -> str:
        return self.name[:1].upper()

    @property
    def tone(self) -> int:
        return tone_of(self.id) if self.id else 0


@dataclass(frozen=True)
class Standing:
    """How one person stands: above nothing they are owed money, below it they owe some."""

    person: Somebody
    balance: Decimal
    currency: str

    @property
    def amount(self) -> str:
        return tell_money(abs(self.balance), self.currency)


@dataclass(frozen=True)
class Owed:
    """A payment that would settle: `mine` where the reader is one of the two."""

    payer: Somebody
    payee: Somebody
    exact: Decimal
    currency: str

    @property
    def amount(self) -> str:
        return tell_money(self.exact, self.currency)

    @property
    def plain(self) -> str:
        """For the form that notes it."""
        return str(self.exact.quantize(smallest(self.currency)))

    @property
    def mine(self) -> bool:
        return self.payer.is_me or self.payee.is_me


@dataclass(frozen=True)
class Balances:
    """Everybody with a balance, and the fewest payments, each in its currency."""

    standings: list[Standing]
    payments: list[Owed]

    @property
    def mine(self) -> list[Standing]:
        return [one for one in self.standings if one.person.is_me and one.balance]

    @property
    def settled(self) -> bool:
        return not self.payments


Move = tuple[str, UUID | None, str, Decimal]


class People:
    """Everybody of bills by key: those at the `table` as they are called now, who moved out, who is gone."""

    def __init__(self, reader: UUID | None, table: Iterable[User] = ()) -> None:
        self.reader = reader
        self.by_key = {str(one.pk): self._known(one.pk, one.called) for one in table}

    def key(self, id: UUID | None, name: str) -> str:
        """And keeps who is not known yet."""
        key = key_of(id, name)
        if key not in self.by_key:
            self.by_key[key] = self._known(id, name)
        return key

    def _known(self, id: UUID | None, name: str) -> Somebody:
        named = name or _("Somebody who left")
        return Somebody(key_of(id, name), id, named, is_me=id is not None and id == self.reader)


def key_of(id: UUID | None, name: str) -> str:
    return str(id) if id else f"gone:{name}"


def balances_of(household: Household, reader: User | None = None, conversation: UUID | None = None) -> Balances:
    """One query, however many bills there are."""
    reads = standing_reads(household, conversation)
    told: Any = Household.objects.filter(pk=household.pk).values(**reads).get()
    return standing_of(told, reader.pk if reader else None, household.currency)


def tallied(moves: Iterable[Move], people: People, first: str) -> Balances:
    """Amounts that raise, or below nothing lower, what somebody is owed; the currency `first` comes first."""
    sums: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for currency, id, name, amount in moves:
        sums[currency][people.key(id, name)] += amount
    ordered = sorted(sums, key=lambda currency: (currency != first, currency))
    payments = [_owed(payment, people, currency) for currency in ordered for payment in fewest_payments(sums[currency])]
    standings = [
        Standing(people.by_key[key], balance, currency)
        for currency in ordered
        for key, balance in sums[currency].items()
        if balance
    ]
    return Balances(sorted(standings, key=_order), sorted(payments, key=lambda owed: not owed.mine))


def standing_reads(household: Household, conversation: UUID | None) -> dict[str, Any]:
    """Arrays for a query of the household: who sits at the table, what each paid and owes, what was paid back."""
    here = {"household": household} | ({"conversation": conversation} if conversation else {})
    bills = Expense.objects.filter(deleted_at=None, **here).order_by()
    table = Membership.objects.filter(household=household, role__in=TABLE).order_by()
    paid = bills.values("currency", "paid_by", "paid_by_name").annotate(sum=Sum("total"))
    shares = ExpenseShare.objects.filter(expense__in=bills).order_by()
    owed = shares.values("expense__currency", "user", "name").annotate(sum=Sum("amount"))
    one = {"currency": "currency", "sum": as_text("amount")}
    back = Settlement.objects.filter(deleted_at=None, **here).order_by()
    named = {name: name for name in ("payer_name", "payee_name")} | {"payer": "payer_id", "payee": "payee_id"}
    sums = {"sum": as_text("sum")}
    called = {part: f"user__{part}" for part in ("name", "username", "email")}
    return {
        "table": ArraySubquery(table.values(told=JSONObject(id="user_id", **called))),
        "paid": ArraySubquery(
            paid.values(told=JSONObject(currency="currency", id="paid_by_id", name="paid_by_name", **sums))
        ),
        "owed": ArraySubquery(
            owed.values(told=JSONObject(currency="expense__currency", id="user_id", name="name", **sums))
        ),
        "back": ArraySubquery(back.values(told=JSONObject(**one, **named))),
    }


def standing_of(told: dict[str, Any], reader: UUID | None, first: str) -> Balances:
    table = [User(**{**one, "id": UUID(one["id"])}) for one in told["table"]]
    return tallied(_moves(told), People(reader, table), first)


def _moves(told: dict[str, Any]) -> Iterator[Move]:
    """Paying raises one's balance, a share of a bill lowers it; so do paying back and being paid back."""
    for one in told["paid"]:
        yield one["currency"], as_id(one["id"]), one["name"], Decimal(one["sum"])
    for one in told["owed"]:
        yield one["currency"], as_id(one["id"]), one["name"], -Decimal(one["sum"])
    for one in told["back"]:
        yield one["currency"], as_id(one["payer"]), one["payer_name"], Decimal(one["sum"])
        yield one["currency"], as_id(one["payee"]), one["payee_name"], -Decimal(one["sum"])


def as_text(name: str) -> Cast:
    """Exact numbers as text: JSON's would become floats."""
    return Cast(name, CharField())


def as_id(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _owed(payment: Payment, people: People, currency: str) -> Owed:
    return Owed(people.by_key[payment.payer], people.by_key[payment.payee], payment.amount, currency)


def _order(standing: Standing) -> tuple[bool, Decimal]:
    return not standing.person.is_me, -standing.balance
