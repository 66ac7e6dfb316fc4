"""Between whom, and in which currencies, a payment can be noted."""

from accounts.models import Household, User
from shopping.models import Expense
from shopping.queries.balance import Balances
from shopping.queries.bill_people import table_with


def people_who_settle(household: Household, reader: User, balances: Balances) -> list[User]:
    """Everybody at the table, and who has moved out and is not quits yet."""
    people = [one.person for one in balances.standings]
    return table_with(household, reader, [User(pk=one.id, name=one.name) for one in people if one.id])


def currencies_of(household: Household) -> list[str]:
    """The household's own first, then those of older bills."""
    used = Expense.objects.filter(household=household, deleted_at=None).order_by("currency")
    others = used.exclude(currency=household.currency).values_list("currency", flat=True).distinct()
    return [household.currency, *others]
