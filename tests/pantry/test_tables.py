"""Tables that people bring: what each row says, and one sentence for each that cannot come in."""

import io
import json
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.units import Quantity
from pantry.tables import Brought, read_files, table_of

TODAY = date(2026, 11, 21)


def read(text: str | bytes, name: str = "stock.csv") -> Brought:
    return read_files([(name, text.encode() if isinstance(text, str) else text)], TODAY)


def whys(brought: Brought) -> list[tuple[int, str]]:
    return [(one.line, one.why) for one in brought.wrong]


def test_a_row_says_everything_that_a_lot_can_say() -> None:
    head = "name,brand,amount,unit,pack,place,kept_in,use_by,kind_of_date,opened_on,price,note,barcode\n"
    row = "Yogurt,Alpro,4,pack,,Fridge,fridge,2026-12-24,best_before,2026-11-20,3.49,for Bob,4 011200 296908\n"
    (lot,) = read(head + row).stock
    assert (lot.name, lot.brand, lot.quantity, lot.place) == ("Yogurt", "Alpro", Quantity(Decimal(4), "pack"), "Fridge")
    assert (lot.use_by, lot.date_kind, lot.opened) == (date(2026, 12, 24), "best_before", date(2026, 11, 20))
    assert (lot.price, lot.note, lot.barcode) == (Decimal("3.49"), "for Bob", "4011200296908")


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_separators_commas_and_umlauts_of_other_programs(separator: str) -> None:
    lines = [["Name", "Quantity", "Location", "Best before"], ["Käse", "1,5 kg", "Kühlschrank", "24.12.2026"]]
    text = "\r\n".join(separator.join(line) for line in lines)
    (lot,) = read(text.encode("cp1252")).stock
    assert (lot.name, lot.quantity, lot.place) == ("Käse", Quantity(Decimal("1.5"), "kg"), "Kühlschrank")
    assert (lot.use_by, lot.date_kind) == (date(2026, 12, 24), "best_before")


def test_broken_rows_are_named_and_the_good_ones_come_in() -> None:
    rows = ["Rice,1 kg", "Milk,0 l", "Eggs,-3", "Tea,1e99", "Jam,2 blorps", ",4", "Bread,some", "Salt,"]
    brought = read("name,amount\n" + "\n".join(rows))
    assert [lot.name for lot in brought.stock] == ["Rice", "Bread", "Salt"]
    assert [line for line, _why in whys(brought)] == [3, 4, 5, 6, 7]
    assert "“blorps”" in dict(whys(brought))[6]
    assert "no name" in dict(whys(brought))[7]


def test_a_day_that_cannot_be_keeps_the_row_out() -> None:
    brought = read("name,amount,use_by\nEggs,6,2026-02-31\nMilk,1,soonish\nOil,1,2999-12-31\n")
    assert [(lot.name, lot.use_by) for lot in brought.stock] == [("Oil", None)]
    assert [line for line, _why in whys(brought)] == [2, 3]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no row"),
        (b"\x89PNG\r\n\x1a\n....", "no table"),
        (b"PK\x03\x04broken", "breaks off"),
        (b'{"stock": [', "breaks off"),
        (b"colour,shape\nred,round\n", "columns are not known"),
    ],
)
def test_what_is_no_table_is_named_with_its_file(data: bytes, said: str) -> None:
    good = ("good.csv", b"name,amount\nRice,1 kg\n")
    brought = read_files([("bad.csv", data), good], TODAY)
    assert [lot.name for lot in brought.stock] == ["Rice"]
    assert [said in one.why for one in brought.wrong if one.file == "bad.csv"] == [True]


def test_a_quotation_mark_that_is_not_closed_takes_no_other_row_along() -> None:
    brought = read('name,amount\nRice,1 kg\n"Milk,1 l\nEggs,6\n')
    assert [lot.name for lot in brought.stock] == ["Rice", "Eggs"]
    assert whys(brought) == [(3, "A quotation mark in it is not closed.")]


def test_a_spreadsheet_is_told_to_be_saved_as_csv() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
    assert "spreadsheet" in read(packed.getvalue(), "stock.xlsx").wrong[0].why


PRODUCTS = [
    {"id": 7, "name": "Cream", "location_id": 2, "qu_id_stock": 3, "due_type": 2},
    {"id": 8, "name": "Peas", "location_id": 4, "qu_id_stock": 5, "due_type": 1},
]
STOCK = [
    {"id": 1, "product_id": 7, "amount": 2, "best_before_date": "2026-11-30", "price": 1.25, "open": 1},
    {"id": 2, "product_id": 8, "amount": 0.5, "best_before_date": "2999-12-31", "location_id": 4, "note": "old"},
    {"id": 3, "product_id": 99, "amount": 1},
]
GROCY = {
    "products": PRODUCTS,
    "stock": STOCK,
    "locations": [{"id": 2, "name": "Fridge", "is_freezer": 0}, {"id": 4, "name": "Chest", "is_freezer": 1}],
    "quantity_units": [{"id": 3, "name": "Pack"}, {"id": 5, "name": "Kilogram"}],
    "product_barcodes": [{"id": 1, "product_id": 7, "barcode": "4011200296908"}],
}


def grocy_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, rows in GROCY.items():
            heads = sorted({key for row in rows for key in row})
            archive.writestr(f"{name}.csv", table_of(heads, [[row.get(key) for key in heads] for row in rows]))
    return packed.getvalue()


@pytest.mark.parametrize(("name", "data"), [("grocy.json", json.dumps(GROCY).encode()), ("grocy.zip", grocy_zip())])
def test_the_tables_of_grocy_come_in_together(name: str, data: bytes) -> None:
    brought = read(data, name)
    cream, peas = brought.stock
    assert (cream.quantity, cream.place, cream.price) == (Quantity(Decimal(2), "pack"), "Fridge", Decimal("2.50"))
    assert (cream.use_by, cream.date_kind, cream.opened) == (date(2026, 11, 30), "use_by", TODAY)
    assert cream.barcode == "4011200296908"
    assert (peas.quantity, peas.place, peas.storage) == (Quantity(Decimal("0.5"), "kg"), "Chest", "freezer")
    assert (peas.use_by, peas.note) == (None, "old")
    assert [one.why for one in brought.wrong] == ["Its product is not among the products."]


def test_no_text_that_is_taken_along_is_a_formula_and_it_comes_back_as_it_was() -> None:
    data = table_of(("name", "amount"), [("=HYPERLINK(1)", "1"), ("-Rice", "2 kg")])
    assert b"\n=" not in data
    assert [lot.name for lot in read(data).stock] == ["=HYPERLINK(1)", "-Rice"]


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(max_size=200) | st.binary(max_size=200))
def test_no_file_raises(found: str | bytes) -> None:
    head = "name,amount,use_by,price\n"
    read(head + found if isinstance(found, str) else head.encode() + found)
    read(found)
