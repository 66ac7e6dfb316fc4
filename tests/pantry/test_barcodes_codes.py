from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantry.barcodes import CodeError, Kind, read_code
from pantry.barcodes.digits import check_digit, expanded, with_check
from pantry.barcodes.in_store import price_check

BODIES = st.text("0123456789", min_size=12, max_size=12).filter(lambda body: body.strip("0"))


@pytest.mark.parametrize(
    ("typed", "gtin"),
    [
        ("4006381333931", "04006381333931"),
        (" 4 006381 333931 ", "04006381333931"),
        ("4-006381-333931", "04006381333931"),
        ("036000291452", "00036000291452"),  # UPC-A
        ("0036000291452", "00036000291452"),  # the same as EAN-13
        ("00036000291452", "00036000291452"),  # the same as GTIN-14
        ("96385074", "00000096385074"),  # EAN-8
        ("04252614", "00042100005264"),  # UPC-E, of which this is the UPC-A
        ("042100005264", "00042100005264"),
        ("10012345000017", "10012345000017"),  # a box of something
    ],
)
def test_forms_of_one_number_are_one_code(typed: str, gtin: str) -> None:
    code = read_code(typed)
    assert (code.gtin, code.kind) == (gtin, Kind.PRODUCT)
    assert read_code(code.text) == read_code(code.whole) == code


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "nothing"),
        ("  - ", "nothing"),
        ("milk", "no_digits"),
        ("40063813339E1", "no_digits"),
        ("٤٠٠٦٣٨١٣٣٣٩٣١", "no_digits"),
        ("400638133393", "check"),
        ("4006381333930", "check"),
        ("12345", "length"),
        ("40063813339310", "check"),
        ("0000000000000", "length"),
        ("9" * 5000, "length"),
    ],
)
def test_what_is_no_code_is_refused_with_a_sentence(typed: str, reason: str) -> None:
    with pytest.raises(CodeError) as refusal:
        read_code(typed)
    assert refusal.value.reason == reason
    assert str(refusal.value).endswith(".")


@given(BODIES)
def test_every_wrong_digit_is_noticed(body: str) -> None:
    right = with_check(body)
    assert read_code(right).gtin == "0" + right
    for at, digit in enumerate(right):
        wrong = right[:at] + str((int(digit) + 1) % 10) + right[at + 1 :]
        with pytest.raises(CodeError):
            read_code(wrong)


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("01234505", "012000003455"),
        ("01234514", "012100003454"),
        ("01234523", "012200003453"),
        ("01234531", "012300000451"),
        ("01234543", "012340000053"),
        ("01234558", "012345000058"),
        ("01234596", "012345000096"),
    ],
)
def test_short_american_codes_stand_for_long_ones(short: str, whole: str) -> None:
    assert expanded(short) == whole
    assert check_digit(whole[:-1]) == whole[-1]
    assert read_code(short).gtin == "00" + whole


def test_eight_digits_are_what_the_scanner_says() -> None:
    assert read_code("01234565").gtin == "00012345000065"
    with pytest.raises(CodeError):
        read_code("01234565"[:7] + "8", form="ean_8")
    assert read_code("96385074", form="ean_8").text == "96385074"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("9780140013993", Kind.BOOK), ("9771234567003", Kind.PERIODICAL), ("9900000000004", Kind.COUPON)],
)
def test_what_is_never_food_says_so(typed: str, kind: Kind) -> None:
    code = read_code(typed)
    assert code.kind == kind
    assert "not of food" in code.not_food
    assert not read_code("4006381333931").not_food


@pytest.mark.parametrize("value", ["00199", "12345", "00000"])
@pytest.mark.parametrize("prefix", ["02", "20", "23", "29"])
def test_a_shops_own_code_is_one_article_at_every_weight(prefix: str, value: str) -> None:
    code = read_code(with_check(prefix + "12345" + value))
    assert code.kind == Kind.IN_STORE
    assert code.in_store
    assert code.in_store.value == value
    assert code.key == read_code(with_check(prefix + "1234500000")).gtin
    assert read_code(code.key).key == code.key
    assert code.in_store.grams() == Decimal(int(value))


def test_the_price_of_a_shops_own_code() -> None:
    assert price_check("2875") == "9"
    european, american = read_code(with_check("221234500199")), read_code(with_check("021234592875"))
    assert european.in_store
    assert american.in_store
    assert european.in_store.price() == Decimal("1.99")
    assert european.in_store.price(decimals=0) == 199
    assert american.in_store.price() == Decimal("28.75")


def test_shops_codes_of_eight_digits_have_no_room_for_a_price() -> None:
    assert read_code(with_check("2000582")).kind == Kind.PRODUCT
