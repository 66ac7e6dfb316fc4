"""Taking back what was said of a product, unless something else has been said since."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Activity, User
from accounts.roles import TABLE
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from kitchen.errors import DomainError
from kitchen.units import Quantity
from pantry.models import Product, ProductBarcode, read_food_ref
from pantry.services.product import Said, change_product, remove_product, snapshot


@transaction.atomic
def undo_adding_product(activity: Activity, by: User) -> None:
    remove_product(_of(activity, by), by=by)


@transaction.atomic
def undo_product_change(activity: Activity, by: User) -> None:
    product = _of(activity, by)
    if snapshot(product) != activity.facts["after"]:
        raise DomainError(_("This has been changed again since."))
    change_product(product, _said(activity.facts["before"]), by=by)


@transaction.atomic
def undo_product_removal(activity: Activity, by: User) -> None:
    """Its codes come back too, except those that belong to something else by now."""
    household = lock_household(activity.household)
    require_role(household, by, TABLE)
    gone = Product.objects.exclude(removed_at=None).filter(household=household, pk__in=_subject(activity)).first()
    if gone is None:
        raise DomainError(_("This product is there already."))
    gone.removed_at = None
    gone.save(update_fields=["removed_at"])
    codes: dict[str, str] = activity.facts["before"]["codes"]
    taken = ProductBarcode.objects.filter(household=household, code__in=codes).values_list("code", flat=True)
    for code in sorted(set(codes) - set(taken)):
        ProductBarcode.objects.create(household=household, product=gone, code=code, in_store=codes[code])
    announce(household, "stock")


def _of(activity: Activity, by: User) -> Product:
    household = lock_household(activity.household)
    require_role(household, by, TABLE)
    found = Product.objects.filter(household=household, pk__in=_subject(activity), removed_at=None).first()
    if found is None:
        raise DomainError(_("This product is not there any more."))
    return found


def _subject(activity: Activity) -> list[UUID]:
    return [activity.subject] if activity.subject else []


def _said(was: dict[str, Any]) -> Said:
    same = ("name", "brand", "storage", "nutrition", "shelf_life", "note", "source", "source_url", "codes")
    pack = Quantity(Decimal(was["pack_amount"]), was["pack_unit"]) if was["pack_amount"] else None
    return Said(pack=pack, food=read_food_ref(was["food"]), **{name: was[name] for name in same})
