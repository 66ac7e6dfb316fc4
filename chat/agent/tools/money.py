"""The bookkeeper: splitting a bill."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership, User
from accounts.roles import TABLE
from chat.agent.applying import money
from chat.agent.deps import Kitchen
from chat.agent.lookups import alike
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned, tool
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.money import smallest, tell_money
from shopping.services.expense import split_equally

AGENT = "money"
ME = {"me", "i", "myself", "us", "we"}


@tool(AGENT, gettext_lazy("Splitting the bill"), "shopping:expense.show")
def split_bill(
    kitchen: Kitchen, total: str, title: str = "", paid_by: str = "", people: list[str] | None = None
) -> Planned:
    """Propose a bill, split equally to the cent.

    Args:
        total: in the household's currency, such as "84.50".
        title: what it was for.
        paid_by: the name of who paid; empty for who asks.
        people: between whom; empty for everybody who lives here.

    """
    table = at_table(kitchen)
    payer = person_called(kitchen, table, paid_by) if paid_by else kitchen.person
    sharing = [person_called(kitchen, table, name) for name in people or []] or table
    currency = kitchen.household.currency
    amount = read_money(total)
    # Who paid takes the cents that cannot be split.
    ordered = sorted(dict.fromkeys(sharing), key=lambda person: person != payer)
    if len(ordered) == 1:
        raise DomainError(_("Say between whom: %(name)s alone has nothing to split.") % {"name": ordered[0].called})
    shares = split_equally(amount, ordered, part=smallest(currency))
    name = title or _("Bill")
    arguments = {
        "id": str(new_id()),
        "title": name,
        "total": str(amount),
        "paid_by": str(payer.pk),
        "shares": [{"person": str(share.user.pk), "amount": str(share.amount)} for share in shares],
    }
    rehearsed(lambda: money.split(kitchen, arguments))
    paid = _("paid by %(name)s") % {"name": payer.called}
    head: dict[str, str] = {"emoji": "🧾", "name": name, "amount": tell_money(amount, currency), "where": paid}
    lines = [{"name": share.user.called, "amount": tell_money(share.amount, currency)} for share in shares]
    return Planned(arguments, [head, *lines], _("I split it equally, to the cent, if you agree."))


def at_table(kitchen: Kitchen) -> list[User]:
    memberships = Membership.objects.filter(household=kitchen.household, role__in=TABLE).select_related("user")
    return [membership.user for membership in memberships]


def person_called(kitchen: Kitchen, table: list[User], name: str) -> User:
    if name.casefold() in ME:
        return kitchen.person
    words = name.casefold()
    exact = [person for person in table if person.called.casefold() == words]
    begins = [person for person in table if person.called.casefold().split()[:1] == words.split()[:1]]
    found = exact or begins or alike(name, table, lambda person: person.called)
    if len(found) != 1:
        names = ", ".join(person.called for person in table)
        raise DomainError(_("I do not know who “%(name)s” is. Here live: %(names)s.") % {"name": name, "names": names})
    return found[0]


def read_money(text: str) -> Decimal:
    try:
        amount = Decimal(text.strip().replace(",", "."))
    except InvalidOperation as error:
        raise DomainError(_("“%(text)s” is not an amount of money.") % {"text": text}) from error
    if not amount.is_finite():
        raise DomainError(_("“%(text)s” is not an amount of money.") % {"text": text})
    return amount
