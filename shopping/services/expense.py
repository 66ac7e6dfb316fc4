"""A bill and what each owes of it: told, agreed to, taken away."""

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
from kitchen.money import smallest
from kitchen.visible import one_line
from shopping.models import Expense, ExpenseItem, ExpenseShare
from shopping.splitting import MOST, NOTHING, Split

LONGEST_TITLE, LONGEST_NAME = 120, 80


@transaction.atomic
def add_expense(  # noqa: PLR0913  (a bill is told with all its parts)
    household: Household,
    *,
    title: str,
    total: Decimal,
    paid_by: User,
    split: Split,
    by: User,
    id: UUID | None = None,
    conversation: UUID | None = None,
) -> Expense:
    """In the household's currency. `id` is the form's own: sent twice, it adds one."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    if id and (found := Expense.objects.filter(household=locked, pk=id).first()):
        return found
    expense = Expense(
        id=id or new_id(),
        household=locked,
        title=titled(title),
        total=total,
        currency=locked.currency,
        paid_by_id=paid_by.pk,
        paid_by_name=paid_by.called[:LONGEST_NAME],
        added_by=by,
        mode=split.mode,
        conversation=conversation,
    )
    check_split(expense, split, at_table(locked))
    try:
        with transaction.atomic():
            expense.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    keep_split(expense, split, agreed={})
    record(locked, "expense.added", by=by, subject=expense.pk, facts=facts_of(expense))
    announce(locked, "expense", expense.pk)
    return expense


def titled(title: str) -> str:
    named = one_line(title)
    if not named or len(named) > LONGEST_TITLE:
        raise DomainError(_("Say what the bill was for, in at most 120 letters."), field="title")
    return named


def at_table(household: Household) -> set[UUID]:
    return set(Membership.objects.filter(household=household, role__in=TABLE).values_list("user_id", flat=True))


def check_split(expense: Expense, split: Split, allowed: set[UUID]) -> None:
    """What a door reckoned is reckoned again: shares and things sum up to the bill, and all are people of it."""
    part = smallest(expense.currency)
    if not NOTHING < expense.total < MOST or expense.total % part:
        raise DomainError(_("Give an amount that can be paid."), field="total")
    if any(share.amount < NOTHING or share.amount % part for share in split.shares):
        raise DomainError(_("Nobody pays less than nothing, or parts of the smallest coin."), field="shares")
    if sum(share.amount for share in split.shares) != expense.total:
        raise DomainError(_("The shares do not sum up to the bill."), field="shares")
    if split.items and sum(item.amount for item in split.items) != expense.total:
        raise DomainError(_("The things do not sum up to the bill."), field="items")
    people = [share.user.pk for share in split.shares]
    if len(set(people)) != len(people):
        raise DomainError(_("Everybody has one share."), field="shares")
    named = {person.pk for item in split.items for person in item.people}
    if not {*people, *named, expense.paid_by_id} <= allowed:
        raise DomainError(_("A bill is split between people who live here."), field="shares")


def keep_split(expense: Expense, split: Split, agreed: dict[UUID, Decimal]) -> None:
    """Who paid agrees to their own part by having paid; who `agreed` to the very same amount has still agreed."""
    now = timezone.now()
    expense.shares.all().delete()
    expense.items.all().delete()
    ExpenseShare.objects.bulk_create(
        ExpenseShare(
            household=expense.household,
            expense=expense,
            user_id=share.user.pk,
            name=share.user.called[:LONGEST_NAME],
            amount=share.amount,
            weight=share.weight,
            position=at,
            confirmed_at=now
            if share.user.pk == expense.paid_by_id or agreed.get(share.user.pk) == share.amount
            else None,
        )
        for at, share in enumerate(split.shares)
    )
    ExpenseItem.objects.bulk_create(
        ExpenseItem(
            household=expense.household,
            expense=expense,
            name=one_line(item.name)[:LONGEST_TITLE],
            amount=item.amount,
            people=[person.pk for person in item.people],
            position=at,
        )
        for at, item in enumerate(split.items)
    )


@transaction.atomic
def confirm_share(share: ExpenseShare, *, by: User) -> ExpenseShare:
    """Agree to one's own share; nobody agrees for another. Twice is the same as once."""
    locked = lock_expense(share.household, share.expense_id, by)
    found = locked.shares.filter(pk=share.pk).first()
    if found is None:
        raise DomainError(_("This bill has been split anew: look at your share again."))
    if found.user_id != by.pk:
        raise DomainError(_("Everybody agrees to their own share, nobody to another's."))
    if found.confirmed_at is None:
        found.confirmed_at = timezone.now()
        found.save(update_fields=["confirmed_at"])
        record(locked.household, "expense.confirmed", by=by, subject=found.pk, facts=facts_of(locked))
        announce(locked.household, "expense", locked.pk)
    return found


@transaction.atomic
def delete_expense(expense: Expense, *, by: User) -> None:
    """Nobody owes anything for it any more. Twice is the same as once; the feed takes it back."""
    household = lock_household(expense.household)
    require_role(household, by, TABLE)
    locked = Expense.objects.select_for_update(of=("self",), no_key=True).get(household=household, pk=expense.pk)
    if locked.deleted_at is None:
        _set_deleted(locked, gone=True)
        record(household, "expense.deleted", by=by, subject=locked.pk, facts=facts_of(locked))


@transaction.atomic
def undo_deleting(activity: Activity, by: User) -> None:
    require_role(activity.household, by, TABLE)
    expenses = Expense.objects.select_for_update(of=("self",), no_key=True).select_related("household")
    found = expenses.filter(household=activity.household, pk=activity.subject or new_id()).first()
    if found is None or found.deleted_at is None:
        raise DomainError(_("This has been changed again since."))
    _set_deleted(found, gone=False)


@transaction.atomic
def undo_adding(activity: Activity, by: User) -> None:
    locked = lock_expense(activity.household, activity.subject, by)
    agreed = locked.shares.exclude(confirmed_at=None).exclude(user=locked.paid_by).exclude(user=by)
    if agreed.exists():
        raise DomainError(_("Somebody has agreed to their share already: talk to them first."))
    _set_deleted(locked, gone=True)


@transaction.atomic
def undo_confirming(activity: Activity, by: User) -> None:
    locked = lock_expense(activity.household, UUID(activity.facts["id"]), by)
    if not locked.shares.filter(pk=activity.subject or new_id(), user=by).update(confirmed_at=None):
        raise DomainError(_("Everybody takes back their own word, nobody another's."))
    announce(locked.household, "expense", locked.pk)


def _set_deleted(expense: Expense, *, gone: bool) -> None:
    expense.deleted_at = timezone.now() if gone else None
    expense.save(update_fields=["deleted_at"])
    announce(expense.household, "expense", expense.pk)


def facts_of(expense: Expense) -> dict[str, str]:
    """What the feed tells, which guests read: never an amount."""
    return {"title": expense.title, "id": str(expense.pk)}


def lock_expense(household: Household, id: UUID | None, by: User) -> Expense:
    """The household first, as undoing does: two orders would wait for each other."""
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    expenses = Expense.objects.select_for_update(of=("self",), no_key=True).select_related("household")
    found = expenses.filter(household=locked, deleted_at=None, pk=id or new_id()).first()
    if found is None:
        raise DomainError(_("This bill is not there any more."))
    return found
