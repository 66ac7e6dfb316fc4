"""Money for people: an exact amount with its currency, in the way of the reader's language."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

CENT = Decimal("0.01")
ROUGH_FROM = 10
# ISO 4217: currencies without a smaller part in use.
# fmt: off
WHOLE = frozenset([
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
    "XPF",
])
# fmt: on
SYMBOLS = {
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "C$",
    "CNY": "CN¥",
    "CZK": "Kč",
    "EUR": "€",
    "GBP": "£",
    "ILS": "₪",
    "INR": "₹",
    "JPY": "¥",
    "KRW": "₩",
    "NGN": "₦",
    "NZD": "NZ$",
    "PHP": "₱",
    "PLN": "zł",
    "TRY": "₺",
    "UAH": "₴",
    "USD": "$",
    "VND": "₫",
}


def smallest(currency: str) -> Decimal:
    """The least amount that can be paid in it."""
    return Decimal(1) if currency in WHOLE else CENT


def tell_money(amount: Decimal, currency: str) -> str:
    """The amount as "€ 12.50", with the decimal sign and the order of the active language; the blank does not break."""
    exact = abs(amount).quantize(smallest(currency), ROUND_HALF_UP)
    digits = number_format(exact, decimal_pos=max(0, -int(exact.as_tuple().exponent)), force_grouping=True)
    return ("−" if amount < 0 and exact else "") + _in_words(digits, currency)


def tell_roughly(amount: Decimal, currency: str) -> str:
    """As "€ 31", for what is guessed; what is small keeps its smaller part."""
    if abs(amount) < ROUGH_FROM:
        return tell_money(amount, currency)
    exact = abs(amount).quantize(Decimal(1), ROUND_HALF_UP)
    told = _in_words(number_format(exact, decimal_pos=0, force_grouping=True), currency)
    return ("−" if amount < 0 else "") + told


def _in_words(digits: str, currency: str) -> str:
    told = _("%(symbol)s %(amount)s") % {"symbol": SYMBOLS.get(currency, currency), "amount": digits}
    return told.replace(" ", "\u00a0")
