"""What 100 g of a food hold: nutrition.csv, of which only what is asked for becomes numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from pantry.catalogue.nutrients import NUTRIENTS

FILE = Path(__file__).with_name("nutrition.csv")


@dataclass(frozen=True, eq=False)
class Nutrition:
    """Figures per 100 g by the codes and in the units of NUTRIENTS; one that is missing is not known, zero is none.

    `source` is where they are from, as in "sr28:09003".
    """

    values: Mapping[str, Decimal]
    source: str


@lru_cache(maxsize=1024)
def nutrition(id: int) -> Nutrition | None:
    """That of a food of the catalogue, None where nobody knows."""
    if not (line := _lines().get(id)):
        return None
    source, figures = read_line(line)
    return Nutrition(MappingProxyType({code: Decimal(figure) for code, figure in figures.items()}), source)


def read_line(line: str) -> tuple[str, dict[str, str]]:
    """The source, and the figures by their codes as they are written."""
    source, *figures = line.split(",")
    return source, {code: figure for code, figure in zip(NUTRIENTS, figures, strict=True) if figure}


def all_figures() -> Iterator[tuple[int, str, dict[str, str]]]:
    """Of each food that has them: its id, the source, and the figures as they are written."""
    for id, line in _lines().items():
        yield id, *read_line(line)


@cache
def _lines() -> dict[int, str]:
    """What stands behind the id, by the id. The columns are the nutrients in their order; no field is quoted."""
    head, *lines = FILE.read_text(encoding="utf-8").splitlines()
    if head != ",".join(("id", "source", *NUTRIENTS)):
        raise ValueError(f"{FILE.name} has other columns than the nutrients.")
    return {int(id): rest for id, _comma, rest in (line.partition(",") for line in lines)}
