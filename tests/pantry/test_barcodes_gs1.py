"""What the longer codes of GS1 say besides the number."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantry.barcodes import CodeError, read_code

GTIN, NOW = "09501101530003", date(2026, 11, 21)
GS = "\x1d"


@pytest.mark.parametrize(
    "text",
    [
        "(01)09501101530003(17)261231(10)AB-12",
        "]d201095011015300031726123110AB-12",
        f"]C1010950110153000310AB-12{GS}17261231",
        f"{GS}01095011015300031726123121X{GS}10Y",
        "010950110153000317261231",
        "https://id.gs1.org/01/09501101530003/10/AB-12?17=261231",
        "https://example.com/some/shop/01/9501101530003?17=261231&x=y",
    ],
)
def test_the_day_comes_with_the_number(text: str) -> None:
    code = read_code(text, today=NOW)
    assert code.gtin == GTIN
    assert code.expires == (date(2026, 12, 31), "use_by")
    assert read_code(code.whole, today=NOW).dates == code.dates


@pytest.mark.parametrize(
    ("days", "expires"),
    [
        ("(15)270228", (date(2027, 2, 28), "best_before")),
        ("(15)270200", (date(2027, 2, 28), "best_before")),
        ("(15)270228(17)270301", (date(2027, 3, 1), "use_by")),
        ("(17)261301", None),
        ("(17)260231", None),
        ("(17)", None),
        ("(17)76ab01", None),
        ("(11)261231", None),
        ("(17)770101", (date(1977, 1, 1), "use_by")),
        ("(17)760101", (date(2076, 1, 1), "use_by")),
    ],
)
def test_days_are_read_as_gs1_writes_them(days: str, expires: tuple[date, str] | None) -> None:
    assert read_code(f"(01){GTIN}{days}", today=NOW).expires == expires


def test_weight_and_price_of_what_was_weighed() -> None:
    code = read_code("(01)90012345678908(3103)001750(3922)1299(17)261231", today=NOW)
    assert (code.kilos, code.price) == (Decimal("1.750"), Decimal("12.99"))
    again = read_code(code.whole, today=NOW)
    assert (again.kilos, again.price, again.dates) == (code.kilos, code.price, code.dates)
    scanned = read_code(f"]e001900123456789083103001750392212{GS}17261231", today=NOW)
    assert (scanned.kilos, scanned.price, scanned.expires) == (
        Decimal("1.750"),
        Decimal("0.12"),
        (date(2026, 12, 31), "use_by"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "(01)09501101530004",
        "(17)261231",
        "]d2",
        f"{GS}",
        "https://kitchen.example/h/abc/",
        "http://[",
        "(01)",
        "01" * 9,
    ],
)
def test_a_code_without_a_right_number_is_refused(text: str) -> None:
    with pytest.raises(CodeError):
        read_code(text, today=NOW)


@given(st.text("0123456789()]dC\x1dhtps:/.? ", max_size=60))
def test_nothing_typed_breaks_it(text: str) -> None:
    with suppress(CodeError):
        assert len(read_code(text, today=NOW).gtin) == 14
