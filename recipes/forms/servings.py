from decimal import Decimal, InvalidOperation

from django.http import QueryDict

LONGEST = 8


def wanted_servings(given: QueryDict) -> Decimal | None:
    """For how many, as the address asks; None for what is no number."""
    text = given.get("servings", "").strip().replace(",", ".")
    if not text or len(text) > LONGEST or not text.isascii():
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number > 0 else None
