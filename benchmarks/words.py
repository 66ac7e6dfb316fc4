"""Times what reads words: names that mean a food, and typed lines; on one core, each name and line another one.

Prints a Markdown table; the seconds are those of the processor, whatever else the machine does.
`--names FILE` reads names of one's own, a name a line.
"""

import argparse
import time
from collections.abc import Callable, Iterable
from datetime import date
from itertools import product
from pathlib import Path

from django.conf import settings

settings.configure(USE_I18N=False)

from pantry.catalogue import foods, name_key
from pantry.matching.match import match
from pantry.parsing import parse_entries

TODAY = date(2026, 3, 10)
BEFORE = ("", "fresh ", "organic ", "2 large ", "Tesco ", "chopped ", "smoked ", "unknown ", "½ ", "boneless ")
BEHIND = ("", ", finely chopped", " (500 g)", " for the cake", " withaslip", ", cut in strips")
SIZES = ("2 l ", "6-pack of 330 ml ", "500 g ", "½ ", "a dozen ", "1.500 g ")
ENDS = ("", " fridge", " exp 2027-01", " 24.12.", " 2,49 € friday", " @ 1.99 freezer in 3 days", " Friday, opened")


def slipped(word: str) -> str:
    """The same with a letter left out."""
    return word if len(word) < 6 else word[:3] + word[4:]


def names() -> list[str]:
    words = [word for food in foods() for word in food.names]
    typed = [f"{before}{word}{behind}" for word, before, behind in product(words[::3], BEFORE[:4], BEHIND[:3])]
    typed += [f"{before}{slipped(word)}{behind}" for word, before, behind in product(words[::40], BEFORE, BEHIND)]
    return list(dict.fromkeys(typed))


def lines() -> list[str]:
    words = [word for food in foods() for word in food.names]
    return [f"{size}{word}{end}" for word, size, end in product(words[::60], SIZES, ENDS)]


def timed(work: Callable[[str], object], texts: Iterable[str]) -> tuple[int, float]:
    counted = 0
    start = time.process_time()
    for text in texts:
        work(text)
        counted += 1
    return counted, time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path)
    given = parser.parse_args().names
    known = given.read_text(encoding="utf-8").splitlines() if given else names()
    match("warm")
    parse_entries("2 l warm Heinz ketchup friday", today=TODAY)
    name_key.cache_clear()
    works: dict[str, tuple[Callable[[str], object], list[str]]] = {
        "names matched": (match.__wrapped__, list(dict.fromkeys(known))),
        "entries read": (lambda text: parse_entries(text, today=TODAY), lines()),
        "10,000 lines, of which 200 are read": (lambda text: parse_entries(text, today=TODAY, most=200), [LONG]),
    }
    print("| what | how many | seconds | a second |\n|---|---|---|---|")
    for what, (work, texts) in works.items():
        counted, seconds = timed(work, texts)
        print(f"| {what} | {counted} | {seconds:.2f} | {counted / seconds:.0f} |")


LONG = "\n".join(f"{count} kg potatoes friday" for count in range(1, 10_001))

if __name__ == "__main__":
    main()
