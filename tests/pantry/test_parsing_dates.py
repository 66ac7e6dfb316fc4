"""Days are read as people write them in five languages, day first."""

from datetime import date

import pytest

from pantry.parsing import parse_entries

# A Tuesday.
TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("bread today", "2026-03-10"),
        ("bread tomorrow", "2026-03-11"),
        ("bread day after tomorrow", "2026-03-12"),
        ("bread friday", "2026-03-13"),
        ("bread fri", "2026-03-13"),
        ("bread tuesday", "2026-03-10"),
        ("bread next tuesday", "2026-03-17"),
        ("bread next friday", "2026-03-13"),
        ("bread by Monday", "2026-03-16"),
        ("bread in 3 days", "2026-03-13"),
        ("bread in two weeks", "2026-03-24"),
        ("bread in a month", "2026-04-10"),
        ("bread next week", "2026-03-17"),
        ("bread end of the month", "2026-03-31"),
        ("bread 24.12.", "2026-12-24"),
        ("bread 24/12", "2026-12-24"),
        ("bread 24.12.26", "2026-12-24"),
        ("bread 3/4/2026", "2026-04-03"),
        ("bread 4/13/2026", "2026-04-13"),
        ("bread 2026-12-24", "2026-12-24"),
        ("bread 2027-01", "2027-01-31"),
        ("bread 02/2028", "2028-02-29"),
        ("bread exp 2/4", "2026-04-02"),
        ("bread exp 12/24", "2026-12-24"),
        ("bread exp 01/29", "2027-01-29"),
        ("bread exp 3 days", "2026-03-13"),
        ("bread exp June", "2026-06-30"),
        ("bread exp February", "2027-02-28"),
        ("bread exp 2027", "2027-12-31"),
        ("bread exp 20270131", "2027-01-31"),
        ("bread bb 06/28", "2028-06-30"),
        ("bread 06/28", "2026-06-28"),
        ("bread Jan 2027", "2027-01-31"),
        ("bread this weekend", "2026-03-15"),
        ("bread +3d", "2026-03-13"),
        ("bread in a fortnight", "2026-03-24"),
        ("bread 3 Dec", "2026-12-03"),
        ("bread Dec 3rd", "2026-12-03"),
        ("bread 3rd of December 2027", "2027-12-03"),
        ("bread December 2027", "2027-12-31"),
        ("bread 29 February", "2028-02-29"),
        ("bread 8 March", "2026-03-08"),
        ("bread 8 January", "2027-01-08"),
        ("Brot übermorgen", "2026-03-12"),
        ("Brot bis nächsten Freitag", "2026-03-13"),
        ("Brot 3. Dezember", "2026-12-03"),
        ("Brot MHD 03.12.2026", "2026-12-03"),
        ("Brot mindestens haltbar bis 3.12.", "2026-12-03"),
        ("Brot zu verbrauchen bis 3. Dezember", "2026-12-03"),
        ("chleb należy spożyć do 03.12.2026", "2026-12-03"),
        ("chleb 24 grudnia", "2026-12-24"),
        ("pain 24 décembre", "2026-12-24"),
        ("pain à consommer avant le 3/12/26", "2026-12-03"),
        ("pan 24 dic", "2026-12-24"),
        ("pan consumir preferentemente antes del 3/12/26", "2026-12-03"),
        ("chleb jutro", "2026-03-11"),
        ("chleb za 3 dni", "2026-03-13"),
        ("chleb 3 grudnia", "2026-12-03"),
        ("chleb piatek", "2026-03-13"),
        ("pain après-demain", "2026-03-12"),
        ("pain dans 3 jours", "2026-03-13"),
        ("pain 3 déc", "2026-12-03"),
        ("pan pasado mañana", "2026-03-12"),
        ("pan 3 de diciembre", "2026-12-03"),
        ("pan caduca viernes", "2026-03-13"),
    ],
)
def test_days(text: str, day: str) -> None:
    (entry,) = parse_entries(text, today=TODAY)
    assert entry.use_by == date.fromisoformat(day)
    assert entry.name == text.partition(" ")[0]
    assert entry.wrong == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("beans bb 3 Dec", "best_before"),
        ("beans best before 3 Dec", "best_before"),
        ("beans exp 3 Dec", "use_by"),
        ("beans (use by 3 Dec)", "use_by"),
        ("beans 3 Dec", "use_by"),
        ("exp 3 Dec beans", "use_by"),
        ("DDM 03/12/2026 beans", "best_before"),
    ],
)
def test_what_ends_on_the_day(text: str, kind: str) -> None:
    (entry,) = parse_entries(text, today=TODAY)
    assert (entry.name, entry.use_by, entry.date_kind) == ("beans", date(2026, 12, 3), kind)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("beans exp 31 February", "31 February"),
        ("beans 31.04.", "31.04."),
        ("beans 2027-13", "2027-13"),
        ("beans 45/12/2026", "45/12/2026"),
        ("beans exp 2199-01-01", "2199-01-01"),
        ("beans in 999999 days", "in 999999 days"),
    ],
)
def test_days_that_cannot_be(text: str, written: str) -> None:
    (entry,) = parse_entries(text, today=TODAY)
    assert entry.use_by is None
    assert written in entry.wrong


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("24.12. carp", "carp", "2026-12-24"),
        ("2027-01 rice", "rice", "2027-01-31"),
        ("3 December ham", "ham", "2026-12-03"),
        ("friday: milk", "milk", "2026-03-13"),
        ("milk friday 2 l", "milk", "2026-03-13"),
    ],
)
def test_a_day_may_stand_before_the_rest(text: str, name: str, day: str) -> None:
    (entry,) = parse_entries(text, today=TODAY)
    assert (entry.name, entry.use_by) == (name, date.fromisoformat(day))


def test_a_day_that_cannot_be_is_no_amount() -> None:
    (entry,) = parse_entries("31 February eggs", today=TODAY)
    assert (entry.quantity, entry.text) == (None, "31 February eggs")
    assert "31 February" in entry.wrong


@pytest.mark.parametrize("text", ["bread 3/4", "bread exp", "bread use by"])
def test_what_is_no_day_stays_in_the_name(text: str) -> None:
    (entry,) = parse_entries(text, today=TODAY)
    assert entry.use_by is None


def test_from_the_last_day_there_is_no_next() -> None:
    (entry,) = parse_entries("bread in 3 days", today=date.max)
    assert entry.wrong
