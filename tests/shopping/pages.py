"""The page of a list as a device gets it: fresh from the server, or the copy that it kept."""

import re
from dataclasses import dataclass

from django.test import Client
from django.urls import reverse

from shopping.models import ShoppingList
from tests.database import as_owner
from tests.shopping.devices import Device, rows_in

SEEN = re.compile(r'data-since="(\d+)"')


@dataclass(frozen=True)
class Page:
    """Drawn when the household was at notice `seen` and the list at operation `number`."""

    kept: str
    html: str
    seen: int
    number: int

    def open_on(self, device: Device) -> None:
        device.load(self.kept, self.html, seen=self.seen, number=self.number)

    def rows(self) -> list[tuple[str, str, str]]:
        return sorted((row.item, row.state, row.text) for row in rows_in(self.html))


def page_of(kept: ShoppingList, client: Client) -> Page:
    answer = client.get(reverse("shopping:list.show", args=[kept.household.code, kept.pk]))
    assert answer.status_code == 200
    html = answer.content.decode()
    since = SEEN.search(html)
    assert since
    with as_owner():
        number = ShoppingList.objects.values_list("number", flat=True).get(pk=kept.pk)
    return Page(str(kept.pk), html, int(since[1]), number)
