from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, Membership, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.money import CENT, smallest
from shopping.models import Expense, ExpenseShare

MOST = Decimal(1_000_000_000)
NOTHING = Decimal(0)
LONGEST_TITLE, LONGEST_NAME = 120, 80


@dataclass(frozen=True)
class Share:
    """What `user` owes of a bill; who paid has a share as well."""

    user: User
    amount: Decimal


def split_equally(total: Decimal, people: Sequence[User], *, part: Decimal = CENT) -> list[Share]:
    """Shares that sum up to `total`: what cannot be split goes to the first in the order given, one `part` each."""
    if not people:
        raise DomainError(_("Say between whom this is split."))
    if total <= NOTHING or total % part:
        raise DomainError(_("Give an amount that can be paid."), field="total")
    parts, left = divmod(int(total / part), len(people))
    return [Share(person, (parts + (at < left)) * part) for at, person in enumerate(people)]


@transaction.atomic
def add_expense(  # noqa: PLR0913  (a bill is told with all its parts)
    household: Household,
    *,
    title: str,
    total: Decimal,
    paid_by: User,
    shares: Sequence[Share],
    by: User,
    id: UUID | None = None,
) -> Expense:
    """A bill and what each owes of it, in the household's currency. `id` is the form's own: sent twice, it adds one."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    if id and (found := Expense.objects.filter(household=locked, pk=id).first()):
        return found
    _check(locked, total, paid_by, shares)
    expense = _save(
        Expense(
            id=id or new_id(),
            household=locked,
            title=_title(title),
            total=total,
            currency=locked.currency,
            paid_by=paid_by,
            added_by=by,
        ),
        shares,
    )
    record(locked, "expense.added", by=by, subject=expense.pk, facts={"title": expense.title})
    announce(locked, "expense", expense.pk)
    return expense


def _title(title: str) -> str:
    named = " ".join(title.split())
    if not named or len(named) > LONGEST_TITLE:
        raise DomainError(_("Say what the bill was for, in at most 120 letters."), field="title")
    return named


def _check(household: Household, total: Decimal, paid_by: User, shares: Sequence[Share]) -> None:
    part = smallest(household.currency)
    if not NOTHING < total < MOST or total % part:
        raise DomainError(_("Give an amount that can be paid."), field="total")
    if any(share.amount < NOTHING or share.amount % part for share in shares):
        raise DomainError(_("Nobody pays less than nothing, or parts of the smallest coin."), field="shares")
    if sum(share.amount for share in shares) != total:
        raise DomainError(_("The shares do not sum up to the bill."), field="shares")
    people = [share.user.pk for share in shares]
    if len(set(people)) != len(people):
        raise DomainError(_("Everybody has one share."), field="shares")
    table = Membership.objects.filter(household=household, role__in=TABLE)
    if not {*people, paid_by.pk} <= set(table.values_list("user_id", flat=True)):
        raise DomainError(_("A bill is split between people who live here."), field="shares")


def _save(expense: Expense, shares: Sequence[Share]) -> Expense:
    """Who paid agrees to their own part by having paid."""
    now = timezone.now()
    try:
        with transaction.atomic():
            expense.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    ExpenseShare.objects.bulk_create(
        ExpenseShare(
            household=expense.household,
            expense=expense,
            user=share.user,
            name=share.user.called[:LONGEST_NAME],
            amount=share.amount,
            position=at,
            confirmed_at=now if share.user == expense.paid_by else None,
        )
        for at, share in enumerate(shares)
    )
    return expense


@transaction.atomic
def confirm_share(share: ExpenseShare, *, by: User) -> ExpenseShare:
    """Agree to one's own share; nobody agrees for another. Twice is the same as once."""
    locked = _locked(share.household, share.expense_id, by)
    found = ExpenseShare.objects.select_for_update(of=("self",)).get(household=locked.household, pk=share.pk)
    if found.user_id != by.pk:
        raise DomainError(_("Everybody agrees to their own share, nobody to another's."))
    if found.confirmed_at is None:
        found.confirmed_at = timezone.now()
        found.save(update_fields=["confirmed_at"])
        record(locked.household, "expense.confirmed", by=by, subject=found.pk, facts=_facts(locked))
        announce(locked.household, "expense", locked.pk)
    return found


@transaction.atomic
def undo_adding(activity: Activity, by: User) -> None:
    locked = _locked(activity.household, activity.subject, by)
    agreed = locked.shares.exclude(confirmed_at=None).exclude(user=locked.paid_by).exclude(user=by)
    if agreed.exists():
        raise DomainError(_("Somebody has agreed to their share already: talk to them first."))
    locked.deleted_at = timezone.now()
    locked.save(update_fields=["deleted_at"])
    announce(locked.household, "expense", locked.pk)


@transaction.atomic
def undo_confirming(activity: Activity, by: User) -> None:
    locked = _locked(activity.household, UUID(activity.facts["id"]), by)
    mine = locked.shares.filter(pk=activity.subject or new_id(), user=by)
    if not mine.update(confirmed_at=None):
        raise DomainError(_("Everybody takes back their own word, nobody another's."))
    announce(locked.household, "expense", locked.pk)


def _facts(expense: Expense) -> dict[str, str]:
    return {"title": expense.title, "id": str(expense.pk)}


def _locked(household: Household, id: UUID | None, by: User) -> Expense:
    require_role(household, by, TABLE)
    expenses = Expense.objects.select_for_update(of=("self",), no_key=True).select_related("household")
    found = expenses.filter(household=household, deleted_at=None, pk=id or new_id()).first()
    if found is None:
        raise DomainError(_("This bill is not there any more."))
    return found
