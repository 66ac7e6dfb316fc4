"""What somebody who comes by meets on the way through every page that is linked."""

import re

import pytest

from accounts.models import Allergen, Household, User
from shopping.models import Expense
from tests.attack.conftest import in_rooms, undone
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory

MOST = 60


@pytest.mark.parametrize("filled", [False, True])
def test_every_link_opens_and_none_tells_costs_or_needs(
    filled: bool, household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    if filled:
        in_rooms(household, alice)
        EaterFactory(household=household, name="Zibby", allergens=[Allergen.NUTS])
        with as_owner():
            Expense.objects.update(total="84.50")
    client, home = client_of(guest), f"/h/{household.code}/"
    seen: set[str] = set()
    ahead, faults = [home], []
    while ahead and len(seen) < MOST:
        url = ahead.pop(0)
        if url in seen:
            continue
        seen.add(url)
        with undone():
            page = client.get(url, follow=True)
        if page.status_code not in (200, 405):
            faults.append(f"{url}: {page.status_code}")
            continue
        text = page.content.decode()
        faults += [f"{url} tells {secret}" for secret in ("Zibby", "84.50") if secret in text]
        ahead += [found.replace("&amp;", "&") for found in re.findall(rf'(?:href|action)="({home}[^"#]*)"', text)]
    assert not faults, "\n".join(faults)
