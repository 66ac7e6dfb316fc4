"""What pages draw live about shopping: who is in the shop with a list, and what it costs."""

from uuid import UUID

from django.template.loader import render_to_string

from accounts.live.drawing import alike, drawings
from accounts.live.seat import Reader
from accounts.models import Household
from shopping.live import sits_at_table
from shopping.models import ShoppingList
from shopping.queries.money import money_of
from shopping.queries.trip import shoppers_of, shoppers_on


def draw_shoppers(household: Household, subject: UUID | None, reader: Reader) -> str:
    del reader
    kept = ShoppingList.objects.filter(household=household, pk=subject).first() if subject else None
    return (
        drawn("shopping/trip/_shoppers.html", kept, shoppers=shoppers_on(kept, shoppers_of(household))) if kept else ""
    )


def draw_money(household: Household, subject: UUID | None, reader: Reader) -> str:
    """Nothing for guests: what things cost is not theirs to read."""
    if subject is None or not sits_at_table(reader):
        return ""
    kept = ShoppingList.objects.select_related("household").filter(household=household, pk=subject).first()
    return drawn("shopping/trip/_money.html", kept, money=money_of(kept)) if kept else ""


def drawn(template: str, kept: ShoppingList, **context: object) -> str:
    return render_to_string(template, {"page": {"shopping_list": kept}, "household": kept.household, **context})


def register() -> None:
    drawings.register("trip", alike(draw_shoppers, lambda _reader: None))
    drawings.register("tally.money", alike(draw_money, sits_at_table))
