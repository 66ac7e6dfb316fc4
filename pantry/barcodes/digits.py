"""The digits of GS1's numbers: their check digit, and the short form of American codes."""

LONGEST = 14
UPC_E = 8


def check_digit(body: str) -> str:
    """The last digit of a number of which these are the others, after GS1: 3, 1, 3… from the right."""
    total = sum(int(digit) * (3 if at % 2 == 0 else 1) for at, digit in enumerate(reversed(body)))
    return str(-total % 10)


def is_right(digits: str) -> bool:
    return check_digit(digits[:-1]) == digits[-1]


def with_check(body: str) -> str:
    return body + check_digit(body)


def padded(digits: str) -> str:
    """As a GTIN-14, in which equal codes are equal."""
    return digits.rjust(LONGEST, "0")


def expanded(short: str) -> str | None:
    """The UPC-A that the eight digits of a UPC-E stand for; None where they are none or the check digit is wrong."""
    if len(short) != UPC_E or short[0] not in "01":
        return None
    system, six, check = short[0], short[1:7], short[7]
    last = six[5]
    if last in "012":
        body = six[:2] + last + "0000" + six[2:5]
    elif last == "3":
        body = six[:3] + "00000" + six[3:5]
    elif last == "4":
        body = six[:4] + "00000" + six[4]
    else:
        body = six[:5] + "0000" + last
    whole = system + body + check
    return whole if is_right(whole) else None
