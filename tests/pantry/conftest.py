from collections.abc import Iterator

import pytest

from accounts.models import Household, User
from kitchen import tenancy


@pytest.fixture
def at_home(household: Household, alice: User, guest: User) -> Iterator[User]:
    """Alice, in the scope of Linden 12."""
    with tenancy.scope(household=household.pk, person=alice.pk):
        yield alice
