import re
from decimal import Decimal

SIGN = r"(?:€|£|\$|zł|eur(?:os?)?|gbp|usd|pln|chf|kr\.?)"
NUMBER = r"\d{1,6}(?:[.,]\d{1,2})?"
PRICE = re.compile(
    rf"(?<![\w.,])(?:(?:for|at|für|za|pour|por|price|@)\s*:?\s*)?"
    rf"(?:(?P<after>{NUMBER})\s?{SIGN}(?!\w)|{SIGN}\s?(?P<before>{NUMBER})(?![\w.,]*\d)|@\s?(?P<at>{NUMBER})(?!\w)"
    rf"|(?P<cents>\d{{1,3}})\s?(?:p|ct|cents?|¢)(?!\w))",
    re.IGNORECASE,
)


def take_price(text: str) -> tuple[str, Decimal | None]:
    """The text without the price in it, and the price."""
    if not (match := PRICE.search(text)):
        return text, None
    if match["cents"]:
        price = Decimal(match["cents"]) / 100
    else:
        price = Decimal((match["after"] or match["before"] or match["at"]).replace(",", "."))
    return f"{text[: match.start()]} {text[match.end() :]}", price
