"""Collections that operators bring in: import_usda, import_foodkeeper, import_off. All that is read here is made up."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Household
from kitchen import tenancy
from kitchen.errors import DomainError
from pantry.models import ReferenceFood
from pantry.queries.food_search import find_reference
from pantry.reference.foodkeeper import read_foodkeeper, span
from pantry.reference.off import read_off
from pantry.reference.taking import taken
from pantry.reference.usda import read_usda
from pantry.reference.writing import Brought, write_foods
from tests.database import as_owner

pytestmark = pytest.mark.django_db

SR28 = {
    "FD_GROUP.txt": "~0100~^~Odd things~\r\n",
    "FOOD_DES.txt": "~90001~^~0100~^~Quorbly, dried, crème~^~Q~\r\n~90002~^~0100~^~~^~\r\nbroken\r\n",
    "WEIGHT.txt": "~90001~^1^2^~cup, chopped~^300.0^^\r\n~90001~^2^1^~medium~^x^^\r\n",
    "NUT_DATA.txt": "~90001~^~208~^250.50^0\r\n~90001~^~999~^1^0\r\n~90001~^~307~^?^0\r\n~90001~^~203~^0^0\r\n",
}
CURLY = '{"code": "4006381333931", "product_name": "Quorbly"'
OFF_CSV = "code\tproduct_name\tbrands\tenergy-kcal_100g\tfat_100g\n"


@pytest.fixture
def sr28(tmp_path: Path) -> Path:
    for name, text in SR28.items():
        (tmp_path / name).write_bytes(text.encode("latin-1"))
    return tmp_path


def bring(read: Any, path: Path) -> tuple[Brought, list[ReferenceFood]]:
    """Written on the tests' own connection, which is rolled back."""
    brought = Brought()
    with as_owner():
        write_foods(read(path, brought), brought, using="default")
        return brought, list(ReferenceFood.objects.order_by("code"))


def file(path: Path, text: str, *, packed: bool = False) -> Path:
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    return path


def test_usda(sr28: Path) -> None:
    for _again in range(2):
        brought, rows = bring(read_usda, sr28)
        assert (brought.written, brought.left_out, brought.broken, len(rows)) == (1, 1, 3, 1)
    only = rows[0]
    assert (only.source, only.code, only.name, only.group) == ("usda", "90001", "Quorbly, dried, crème", "Odd things")
    assert only.nutrition == {"energy": "250.5", "protein": "0"}
    assert only.weights == {"2 cup, chopped": "300"}
    assert "FOOD_DES.txt, line 3: too few fields" in brought.faults
    told = taken(only)
    assert (told["name"], str(told["density"]), told["source"]) == ("dried quorbly", "0.634", "usda:90001")


@pytest.mark.parametrize(
    ("gone", "packed", "says"), [("NUT_DATA.txt", True, "still packed"), ("WEIGHT.txt", False, "missing")]
)
def test_half_a_collection_is_refused(gone: str, packed: bool, says: str, sr28: Path) -> None:
    (sr28 / gone).unlink()
    if packed:
        (sr28 / "NUT_DATA.7z").write_bytes(b"7z")
    with pytest.raises(DomainError, match=says):
        call_command("import_usda", sr28)
    with pytest.raises(DomainError, match="There is no"):
        call_command("import_usda", sr28 / "nowhere")


def keeper_flat() -> Any:
    told = {"id": "7", "category_id": "3", "name": "Quorbly", "name_subtitle": "dried"}
    lives = {
        "from_date_of_purchase_pantry_output_display_only": "1 - 2 Weeks",
        "pantry_after_opening_output_display_only": "Not Recommended",
        "refrigerate_output_display_only": "3 - 5 Days",
        "freeze_output_display_only": "Indefinitely",
    }
    odd = [{"id": "8", "name": ""}, {"id": "9", "name": "Nothing told"}, 5]
    return {"category_data": [{"category_ids": ["3"], "category_name": "Odd"}], "product_data": [told | lives, *odd]}


def keeper_sheets() -> Any:
    columns = {"ID": 7.0, "Category_ID": 3, "Name": "Quorbly", "Name_subtitle": "dried", "Pantry_Min": None}
    lives = {"DOP_Pantry_Min": 1.0, "DOP_Pantry_Metric": "Weeks", "Refrigerate_Min": 3, "Refrigerate_Metric": "Days"}
    row = [{name: value} for name, value in {**columns, **lives, "DOP_Freeze_Metric": "Indefinitely"}.items()]
    odd = [[{"ID": 8}, {"Name": None}], [{"ID": 9}, {"Name": "Nothing told"}]]
    category = [[{"ID": 3}, {"Category_Name": "Odd"}]]
    return {"sheets": [{"name": "Category", "data": category}, {"name": "Product", "data": [row, *odd]}]}


@pytest.mark.parametrize("told", [keeper_flat(), keeper_sheets()])
def test_foodkeeper_in_both_forms(told: Any, tmp_path: Path) -> None:
    brought, (only,) = bring(read_foodkeeper, file(tmp_path / "keeper.json", json.dumps(told)))
    assert (brought.written, brought.left_out, brought.broken) == (1, 1, 1)
    assert (only.code, only.name, only.group) == ("7", "Quorbly, dried", "Odd")
    assert only.shelf_life == {"pantry.sealed": 7, "fridge.sealed": 3, "freezer.sealed": 3650}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sheets": 5}', '{"sheets": [{"name": "Else"}]}', "\x00"])
def test_what_is_no_foodkeeper(text: str, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match=r"FoodKeeper|JSON"):
        call_command("import_foodkeeper", file(tmp_path / "keeper.json", text))


@pytest.mark.parametrize(
    ("text", "days"),
    [("1 Yea", 365), ("2 Hours", 0), ("18 - 24 Months", 540), ("When Ripe", None), ("", None), ("7 days", 7)],
)
def test_spans(text: str, days: int | None) -> None:
    assert span(text) == days


def off_lines() -> Iterator[str]:
    older = json.dumps({"nutriments": {"energy-kcal_100g": 250, "fat_100g": "1.5", "salt_100g": 1}})[1:]
    figures = {"energy-kcal": (250, "kcal"), "fat": (1500, "mg"), "salt": (1, "g")}
    nutrients = {name: {"value": value, "unit": unit} for name, (value, unit) in figures.items()}
    newer = json.dumps({"nutrition": {"aggregated_set": {"per": "100g", "nutrients": nutrients}}})[1:]
    for shape in (older, newer):
        yield f"{CURLY}, {shape}\n\nnonsense\n[1]\n{CURLY[:-9]}\n" + '{"code": "1"}\n'


@pytest.mark.parametrize("text", list(off_lines()))
@pytest.mark.parametrize("packed", [False, True])
def test_open_food_facts_in_lines_of_both_shapes(text: str, packed: bool, tmp_path: Path) -> None:
    name = "off.jsonl.gz" if packed else "off.jsonl"
    brought, (only,) = bring(read_off, file(tmp_path / name, text, packed=packed))
    assert (brought.written, brought.left_out, brought.broken) == (1, 1, 3)
    assert only.nutrition == {"energy": "250", "fat": "1.5", "sodium": "400"}
    assert (only.barcode, only.code) == ("04006381333931", "04006381333931")


def test_open_food_facts_as_a_table(tmp_path: Path) -> None:
    rows = [
        '4006381333931\tQuorbly "raw"\tFarm,Other\t250\t1.5',
        "4006381333931\tQuorbly\x00 again\t\t\t",
        "123\tNo barcode of a product\t\t9999\t",
        "short\tline",
        "\tNo code\t\t\t",
    ]
    path = file(tmp_path / "off.csv", OFF_CSV + "\n".join(rows) + "\n")
    brought, found = bring(read_off, path)
    assert (brought.written, brought.left_out, brought.broken) == (2, 1, 1)
    assert {row.name: (row.brand, row.barcode, row.nutrition) for row in found} == {
        "Quorbly again": ("", "04006381333931", {}),
        "No barcode of a product": ("", "", {}),
    }
    assert brought.faults == ["off.csv, line 5: 2 columns instead of 5"]


def test_a_file_that_is_something_else(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="not from Open Food Facts"):
        call_command("import_off", file(tmp_path / "x.csv", "a,b\n1,2\n"))
    with pytest.raises(DomainError, match="cannot be read"):
        call_command("import_off", file(tmp_path / "x.csv.gz", "no gzip"))


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_what_was_brought_in_is_found_by_an_index(household: Household, tmp_path: Path) -> None:
    path = file(tmp_path / "keeper.json", json.dumps(keeper_flat()))
    call_command("import_foodkeeper", path)
    call_command("import_foodkeeper", path)
    with tenancy.scope(household=household.pk), connection.cursor() as cursor:
        assert [hit.row.name for hit in find_reference("dri quor")] == ["Quorbly, dried"]
        assert find_reference("quorbly dri !? & | ( :* ' \\ \x00")
        assert find_reference("") == find_reference("qu") == []
        with CaptureQueriesContext(connection) as asked:
            find_reference("quorbly")
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {asked[0]['sql']}")
        assert "pantry_reference_words" in str(cursor.fetchall())
