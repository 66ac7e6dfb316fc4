"""Setting right how much there is of a lot, from what a proposal keeps of it (JSON)."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from chat.agent.applying.stock import quantity_of, whole_of
from chat.agent.deps import Kitchen
from chat.agent.lookups import lot_by_id
from kitchen.errors import DomainError
from pantry.models import StockMovement
from pantry.services.stock_correction import correct_stock


def correct(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    """Refused where somebody has used or corrected the lot since it was proposed."""
    operation = UUID(arguments["operation"])
    if StockMovement.objects.filter(household=kitchen.household, operation=operation).exists():
        return ""
    item = lot_by_id(kitchen, arguments["lot"])
    if whole_of(item) != arguments["was"]:
        raise DomainError(_("The pantry has changed since: ask again, so that it fits what is here now."))
    correct_stock(
        item,
        by=kitchen.person,
        operation=operation,
        name=item.name,
        place=item.place,
        quantity=quantity_of(arguments),
        use_by=item.use_by,
        date_kind=item.date_kind,
        note=item.note,
        printed_on=item.printed_on,
        printed_kind=item.printed_kind,
    )
    return ""
