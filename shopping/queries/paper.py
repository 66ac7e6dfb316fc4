"""A list as it is taken along without a screen: on paper, or as text for a message."""

from dataclasses import dataclass

from shopping.queries.list import Aisle, ListPage
from shopping.queries.row import Row

OPEN, TICKED = "☐", "☑"


@dataclass(frozen=True)
class Paper:
    """Only aisles with something to buy; `text` can be sent, and pasted into a list again."""

    page: ListPage
    aisles: list[Aisle]

    @property
    def text(self) -> str:
        parts = [_block(aisle.name, aisle.rows, OPEN) for aisle in self.aisles]
        if self.page.basket:
            parts.append("\n".join(_line(row, TICKED) for row in self.page.basket))
        return "\n\n".join([f"{self.page.shopping_list.name}:", *parts]) + "\n"


def paper_of(page: ListPage) -> Paper:
    return Paper(page, [aisle for aisle in page.aisles if aisle.rows])


def _block(heading: str, rows: list[Row], box: str) -> str:
    return "\n".join([f"{heading}:", *(_line(row, box) for row in rows)])


def _line(row: Row, box: str) -> str:
    """As it would be typed, the note in brackets."""
    note = f"({row.note})" if row.note else ""
    return " ".join(part for part in (box, row.amount, row.name, note) if part)
