"""Between whom, and in which currencies, a payment can be noted."""

from accounts.models import Household, Membership, User
from accounts.roles import TABLE
from shopping.models import Expense
from shopping.queries.balance import Balances


def people_who_settle(household: Household, reader: User, balances: Balances) -> list[User]:
    """Everybody at the table, and who has moved out and is not quits yet."""
    table = Membership.objects.filter(household=household, role__in=TABLE).select_related("user")
    people = {one.user_id: one.user for one in table}
    for standing in balances.standings:
        if standing.person.id and standing.person.id not in people:
            people[standing.person.id] = User(pk=standing.person.id, name=standing.person.name)
    return sorted(people.values(), key=lambda one: (one != reader, one.called.casefold()))


def currencies_of(household: Household) -> list[str]:
    """The household's own first, then those of older bills."""
    used = Expense.objects.filter(household=household, deleted_at=None).order_by("currency")
    others = used.exclude(currency=household.currency).values_list("currency", flat=True).distinct()
    return [household.currency, *others]
