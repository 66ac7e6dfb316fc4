"""What was paid: as five languages write it, for all of it, for each or by measure."""

from datetime import date
from decimal import Decimal

import pytest

from pantry.parsing import Entry, parse_entries

TODAY = date(2026, 3, 10)


def one(text: str) -> Entry:
    (entry,) = parse_entries(text, today=TODAY)
    return entry


@pytest.mark.parametrize(
    ("text", "price", "currency"),
    [
        ("butter 2,49 €", "2.49", "EUR"),
        ("butter €2.49", "2.49", "EUR"),
        ("butter 2.49 eur", "2.49", "EUR"),
        ("butter 2€49", "2.49", "EUR"),
        ("butter 12,- €", "12", "EUR"),
        ("butter 1.299,00 €", "1299", "EUR"),
        ("zł 4,99 butter", "4.99", "PLN"),
        ("butter 4,99 zł", "4.99", "PLN"),
        ("butter CHF 3.50", "3.50", "CHF"),
        ("butter £2", "2", "GBP"),
        ("butter 89p", "0.89", ""),
        ("butter $.99", "0.99", "USD"),
        ("butter @ 1.99", "1.99", ""),
        ("butter à 1,29", "1.29", ""),
        ("butter for 3.50", "3.50", ""),
        ("butter für 3,50", "3.50", ""),
        ("butter za 4,99", "4.99", ""),
        ("butter 250 g 1,19", "1.19", ""),
    ],
)
def test_prices_as_they_are_written(text: str, price: str, currency: str) -> None:
    entry = one(text)
    assert (entry.name, entry.price, "".join(entry.currencies[:1])) == ("butter", Decimal(price), currency)
    assert entry.wrong == ""


@pytest.mark.parametrize(
    ("text", "price", "pieces"),
    [
        ("yogurts 3 for 5 €", "5", "3"),
        ("3 for £5 yogurts", "5", "3"),
        ("3 yogurts 5 €", "5", "3"),
        ("yogurts 3 x 0,89 €", "2.67", "3"),
        ("3 yogurts @ 0.89", "2.67", "3"),
        ("3 yogurts je 0,89", "2.67", "3"),
        ("3 yogurts 0.89 € each", "2.67", "3"),
        ("3 yogurts 0,89 €/Stück", "2.67", "3"),
    ],
)
def test_a_price_is_for_all_unless_a_word_says_for_each(text: str, price: str, pieces: str) -> None:
    entry = one(text)
    assert entry.quantity is not None
    assert (entry.name, entry.price, entry.quantity.amount) == ("yogurts", Decimal(price), Decimal(pieces))


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("4x 400 g tomatoes @ 0.79", "3.16"),
        ("chicken breast 600 g 8,99 €/kg", "5.39"),
        ("ham 150 g 2.40 € per 100 g", "3.60"),
        ("2 l milk 1,10 € le litre", "2.20"),
    ],
)
def test_packs_and_measures_are_reckoned(text: str, price: str) -> None:
    assert one(text).price == Decimal(price)


def test_a_price_that_cannot_be_reckoned_is_kept_as_it_was_written() -> None:
    entry = one("crab sticks $3.99/lb")
    assert (entry.name, entry.price, entry.note, entry.wrong) == ("crab sticks", None, "$3.99/lb", "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tea -2 €", "below zero"),
        ("tea 99999999 €", "costs so much"),
        ("tea 1e99 €", "plain number"),
    ],
)
def test_what_is_no_price_is_refused(text: str, says: str) -> None:
    assert says in one(text).wrong


@pytest.mark.parametrize("name", ["bread for 3 people", "butter 2.49", "50 % off"])
def test_what_is_no_price_stays_in_the_name(name: str) -> None:
    assert (one(name).name, one(name).price) == (name, None)
