"""Money that went from one to another, so that they are quits."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Activity, Household, User
from accounts.roles import TABLE
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.ids import new_id
from kitchen.money import smallest
from pantry.queries.day import today_in
from shopping.models import Expense, ExpenseShare, Settlement
from shopping.services.expense import LONGEST_NAME, at_table
from shopping.splitting import MOST, NOTHING

# Before that nobody notes what was paid: it is a slip of the hand.
OLDEST = timedelta(days=3653)


@transaction.atomic
def record_settlement(  # noqa: PLR0913  (a payment is told with all its parts)
    household: Household,
    *,
    payer: User,
    payee: User,
    amount: Decimal,
    by: User,
    paid_on: date | None = None,
    id: UUID | None = None,
    conversation: UUID | None = None,
    currency: str = "",
) -> Settlement:
    """Money that was paid outside; in the household's currency unless another is named, as old bills may be in one.

    Noted by who got it, it is confirmed at once. `id` is the form's own: sent twice, it notes one.
    """
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    if id and (found := Settlement.objects.filter(household=locked, pk=id).first()):
        return found
    noted = Settlement(
        id=id or new_id(),
        household=locked,
        payer_id=payer.pk,
        payer_name=payer.called[:LONGEST_NAME],
        payee_id=payee.pk,
        payee_name=payee.called[:LONGEST_NAME],
        amount=amount,
        currency=currency or locked.currency,
        conversation=_known_conversation(locked, conversation),
        paid_on=paid_on or today_in(locked),
        noted_by=by,
        confirmed_at=timezone.now() if payee == by else None,
    )
    _check(noted)
    try:
        with transaction.atomic():
            noted.save(force_insert=True)
    except IntegrityError as error:
        raise DomainError(_("This could not be saved: open the form again.")) from error
    _tell(noted, "settlement.noted", by)
    return noted


def _known_conversation(household: Household, conversation: UUID | None) -> UUID | None:
    """One that bills of the household were told in: anything else is no place of ours."""
    told = Expense.objects.filter(household=household, conversation=conversation)
    return conversation if conversation and told.exists() else None


def _check(noted: Settlement) -> None:
    if not NOTHING < noted.amount < MOST or noted.amount % smallest(noted.currency):
        raise DomainError(_("Give an amount that can be paid."), field="amount")
    if noted.payer_id == noted.payee_id:
        raise DomainError(_("Say who paid whom: nobody pays themselves."), field="payee")
    if noted.paid_on > today_in(noted.household):
        raise DomainError(_("This day is still to come: note it when it was paid."), field="paid_on")
    if noted.paid_on < today_in(noted.household) - OLDEST:
        raise DomainError(_("This day is more than ten years ago. Look for a typing error."), field="paid_on")
    # Who has moved out may still owe or be owed something.
    once = ExpenseShare.objects.filter(household=noted.household, user__isnull=False).values_list("user_id", flat=True)
    known = at_table(noted.household)
    if not {noted.payer_id, noted.payee_id} <= known | set(once.distinct()):
        raise DomainError(_("Payments are noted between people who live here."), field="payee")


@transaction.atomic
def confirm_settlement(settlement: Settlement, *, by: User) -> Settlement:
    """Who got the money says so, nobody else. Twice is the same as once."""
    locked = lock_settlement(settlement.household, settlement.pk, by)
    if locked.payee_id != by.pk:
        raise DomainError(_("Who got the money confirms it, nobody else."))
    if locked.confirmed_at is None:
        locked.confirmed_at = timezone.now()
        locked.save(update_fields=["confirmed_at"])
        _tell(locked, "settlement.confirmed", by)
    return locked


@transaction.atomic
def remove_settlement(settlement: Settlement, *, by: User) -> None:
    """It was noted by mistake. What the payee has confirmed, the payee alone removes. Twice is once."""
    household = lock_household(settlement.household)
    require_role(household, by, TABLE)
    rows = Settlement.objects.select_for_update(of=("self",), no_key=True).select_related("household")
    locked = rows.get(household=household, pk=settlement.pk)
    if locked.deleted_at is None:
        _check_unconfirmed(locked, by)
        locked.deleted_at = timezone.now()
        locked.save(update_fields=["deleted_at"])
        _tell(locked, "settlement.removed", by)


@transaction.atomic
def undo_noting(activity: Activity, by: User) -> None:
    locked = lock_settlement(activity.household, activity.subject, by)
    _check_unconfirmed(locked, by)
    locked.deleted_at = timezone.now()
    locked.save(update_fields=["deleted_at"])
    announce(locked.household, "settlement", locked.pk)


@transaction.atomic
def undo_confirming(activity: Activity, by: User) -> None:
    locked = lock_settlement(activity.household, activity.subject, by)
    if locked.payee_id != by.pk:
        raise DomainError(_("Everybody takes back their own word, nobody another's."))
    locked.confirmed_at = None
    locked.save(update_fields=["confirmed_at"])
    announce(locked.household, "settlement", locked.pk)


@transaction.atomic
def undo_removing(activity: Activity, by: User) -> None:
    require_role(activity.household, by, TABLE)
    rows = Settlement.objects.select_for_update(of=("self",), no_key=True).select_related("household")
    found = rows.filter(household=activity.household, pk=activity.subject or new_id()).first()
    if found is None or found.deleted_at is None:
        raise DomainError(_("This has been changed again since."))
    found.deleted_at = None
    found.save(update_fields=["deleted_at"])
    announce(found.household, "settlement", found.pk)


def _check_unconfirmed(settlement: Settlement, by: User) -> None:
    if settlement.confirmed_at and settlement.payee_id not in (by.pk, None):
        raise DomainError(_("%(name)s has confirmed it: talk to them first.") % {"name": settlement.payee_name})


def _tell(settlement: Settlement, verb: str, by: User) -> None:
    """Guests read the feed: it says who paid whom, never how much."""
    facts = {"payer": settlement.payer_name, "payee": settlement.payee_name}
    record(settlement.household, verb, by=by, subject=settlement.pk, facts=facts)
    announce(settlement.household, "settlement", settlement.pk)


def lock_settlement(household: Household, id: UUID | None, by: User) -> Settlement:
    locked = lock_household(household)
    require_role(locked, by, TABLE)
    rows = Settlement.objects.select_for_update(of=("self",), no_key=True).select_related("household")
    found = rows.filter(household=locked, deleted_at=None, pk=id or new_id()).first()
    if found is None:
        raise DomainError(_("This payment is not there any more."))
    return found
