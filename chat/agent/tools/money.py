"""The bookkeeper: bills split in every way, who owes whom, payments that settle it."""

from decimal import Decimal
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from chat.agent.applying import money
from chat.agent.deps import Kitchen
from chat.agent.events import Card
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned, Told, tool
from chat.agent.tools.people import at_table, people_called, person_called
from chat.agent.tools.splits import Part, Thing, mode_of, money_of, split_of
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.money import tell_money
from shopping.models import SplitMode
from shopping.queries.balance import Owed, balances_of
from shopping.splitting import Item, Money, Split, payer_first

AGENT = "money"
LEADS = {
    SplitMode.EQUAL: gettext_lazy("I split it equally, to the cent, if you agree."),
    SplitMode.EXACT: gettext_lazy("I note these shares, if you agree."),
    SplitMode.PERCENT: gettext_lazy("I split it by percent, to the cent, if you agree."),
    SplitMode.SHARES: gettext_lazy("I split it by shares, to the cent, if you agree."),
    SplitMode.ITEMS: gettext_lazy("I split it thing by thing, if you agree."),
}


@tool(AGENT, gettext_lazy("Splitting the bill"), "shopping:expense.create")
def split_bill(
    kitchen: Kitchen,
    total: str,
    title: str = "",
    paid_by: str = "",
    people: list[str] | None = None,
    mode: str = "equal",
    parts: list[Part] | None = None,
    items: list[Thing] | None = None,
) -> Planned:
    """Propose a bill, split to the cent. What is on no item is the rest, which `people` share equally.

    Args:
        total: in the household's currency, such as "84.50".
        title: what it was for.
        paid_by: the name of who paid; empty for who asks.
        people: between whom; empty for everybody who lives here.
        mode: "equal", "exact" (amounts), "percent", "shares" or "items".
        parts: for "exact", "percent" and "shares": each person and their value. In "exact", one person may have the
            value "rest".
        items: for "items": things that belong to some only, such as the wine for 12 that was mine.

    """
    table = at_table(kitchen)
    payer = person_called(kitchen, table, paid_by) if paid_by else kitchen.person
    sharing = payer_first(people_called(kitchen, table, people or []) or table, payer)
    told = money_of(kitchen, total)
    split = split_of(kitchen, told, mode_of(mode, parts, items), sharing, payer, parts or [], items or [])
    if [share.user for share in split.shares] == [payer]:
        raise DomainError(_("Say between whom: %(name)s alone has nothing to split.") % {"name": payer.called})
    arguments = {
        "id": str(new_id()),
        "title": title or _("Bill"),
        "total": str(told.total),
        "paid_by": str(payer.pk),
        **money.kept_split(split),
    }
    rehearsed(lambda: money.split(kitchen, arguments))
    paid = _("paid by %(name)s") % {"name": payer.called}
    head = {"emoji": "🧾", "name": arguments["title"], "amount": told.tell(told.total), "where": paid}
    # The card of the bill is there as soon as the bill is.
    card = Card("split", {"ids": [arguments["id"]]})
    return Planned(arguments, [head, *_lines(split, told)], str(LEADS[SplitMode(split.mode)]), card=card)


@tool(AGENT, gettext_lazy("Reckoning who owes whom"), "shopping:expense.index")
def show_balance(kitchen: Kitchen) -> Told:
    """Who owes whom how much, from all bills and payments of the household, with the fewest payments that settle it."""
    balances = balances_of(kitchen.household, kitchen.person)
    standings = [
        {"person": one.person.name, "me": one.person.is_me, "owed": one.balance > 0, "amount": one.amount}
        for one in balances.standings
    ]
    payments = [
        {
            "payer": owed.payer.name,
            "payee": owed.payee.name,
            "amount": owed.amount,
            "i_pay": owed.payer.is_me,
            "i_get": owed.payee.is_me,
        }
        for owed in balances.payments
    ]
    summary = _("everybody is quits") if balances.settled else ""
    people = ["me" if one == kitchen.person else one.called for one in at_table(kitchen)]
    return Told({"standings": standings, "payments": payments, "people": people}, summary)


@tool(AGENT, gettext_lazy("Settling up"), "shopping:settlement.create")
def settle_up(kitchen: Kitchen, payer: str, payee: str, amount: str = "") -> Planned:
    """Propose to note money that one person has paid to another. It is no bill: nothing is split.

    Args:
        payer: the name of who paid; "me" for who asks.
        payee: the name of who got it.
        amount: in the household's currency; empty for all that the payer owes.

    """
    table = at_table(kitchen)
    giver, taker = person_called(kitchen, table, payer), person_called(kitchen, table, payee)
    open_one = _open_between(kitchen, giver, taker)
    if amount:
        told = money_of(kitchen, amount)
    elif open_one:
        told = money_of(kitchen, str(open_one.exact))
    else:
        names = {"payer": giver.called, "payee": taker.called}
        raise DomainError(_("%(payer)s owes %(payee)s nothing. Say how much was paid.") % names)
    arguments = {"id": str(new_id()), "payer": str(giver.pk), "payee": str(taker.pk), "amount": str(told.total)}
    after = rehearsed(lambda: _after(kitchen, arguments, giver, taker))
    names = {"payer": giver.called, "payee": taker.called}
    line = {"emoji": "💶", "name": _("%(payer)s paid %(payee)s") % names, "amount": told.tell(told.total)}
    return Planned(arguments, [{**line, "where": after}], _("I note the payment, if you agree."))


def _lines(split: Split, told: Money) -> list[dict[str, str]]:
    """Each share, with its reason; then the rest that nobody named, which is said."""
    return [
        {
            "emoji": "👤",
            "name": share.user.called,
            "amount": told.tell(share.amount),
            "where": _reason(split, share.user, share.weight),
        }
        for share in split.shares
    ]


def _reason(split: Split, person: User, weight: Decimal | None) -> str:
    if split.items:
        mine = [_told_item(item) for item in split.items if person in item.people]
        return get_text_list(mine, _("and"))
    if weight is None:
        return ""
    number = f"{weight.normalize():f}"
    return f"{number} %" if split.mode == SplitMode.PERCENT else _("%(count)s of the shares") % {"count": number}


def _told_item(item: Item) -> str:
    if not item.name:
        return _("an equal part of the rest")
    return _("a part of: %(name)s") % {"name": item.name} if len(item.people) > 1 else item.name


def _open_between(kitchen: Kitchen, giver: User, taker: User) -> Owed | None:
    payments = balances_of(kitchen.household).payments
    pair = (giver.pk, taker.pk)
    currency = kitchen.household.currency
    return next((one for one in payments if (one.payer.id, one.payee.id) == pair and one.currency == currency), None)


def _after(kitchen: Kitchen, arguments: dict[str, Any], giver: User, taker: User) -> str:
    """How the two stand once it is noted, found out by noting it."""
    money.settle(kitchen, arguments)
    currency = kitchen.household.currency
    if left := _open_between(kitchen, giver, taker):
        names = {"payer": giver.called, "payee": taker.called, "amount": left.amount}
        return _("%(payer)s then still owes %(payee)s %(amount)s") % names
    if over := _open_between(kitchen, taker, giver):
        names = {"payer": taker.called, "payee": giver.called, "amount": tell_money(over.exact, currency)}
        return _("%(payer)s then owes %(payee)s %(amount)s") % names
    return _("they are quits then")
