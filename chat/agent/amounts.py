"""Amounts as people say them to the assistant: "200 g", "2 tins", "half", "all"."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from kitchen.errors import DomainError
from kitchen.units import Quantity, read_number, read_unit, rounded
from pantry.models import StockItem

ALL = {"", "all", "everything", "the rest", "rest", "all of it", "the lot", "it all"}
SHARES = {
    "half": Decimal("0.5"),
    "a half": Decimal("0.5"),
    "half of it": Decimal("0.5"),
    "a third": Decimal(1) / 3,
    "a quarter": Decimal("0.25"),
    "quarter": Decimal("0.25"),
    "two thirds": Decimal(2) / 3,
    "three quarters": Decimal("0.75"),
}
MOST = Decimal(10_000_000)


@dataclass(frozen=True)
class Amount:
    """All of it, a share of what is there, or a quantity, which is in pieces where no unit was said."""

    share: Decimal | None = None
    quantity: Quantity | None = None

    def of(self, item: StockItem) -> Quantity | None:
        """In figures for one lot; None is all of it."""
        if self.share is None:
            return self.quantity
        if item.amount is None:
            raise DomainError(
                _("Nobody has measured how much %(name)s there is: use all of it, or say how much is left.")
                % {"name": item.name}
            )
        return Quantity(rounded(item.amount * self.share), item.unit)


def read_amount(text: str) -> Amount:
    """Refuses what is no amount."""
    words = " ".join(text.casefold().split()).strip(" .")
    if words in ALL:
        return Amount()
    if words in SHARES:
        return Amount(share=SHARES[words])
    plain = " ".join(text.split())
    number = read_number(plain)
    if number is None:
        raise DomainError(_("“%(text)s” is not an amount that I understand.") % {"text": text})
    value, end = number
    rest = plain[end:].strip()
    unit = read_unit(rest) if rest else None
    if rest and unit is None:
        raise DomainError(_("“%(text)s” is not an amount that I understand.") % {"text": text})
    if not 0 < value <= MOST:
        raise DomainError(_("Give an amount above nothing that a kitchen can hold."))
    return Amount(quantity=Quantity(value, unit[0].code if unit else "piece"))
