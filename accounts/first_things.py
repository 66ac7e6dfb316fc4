"""What somebody has in their kitchen when they move in: accounts asks for it, whoever keeps food puts it away."""

from collections.abc import Callable, Sequence
from uuid import UUID

from accounts.models import Household, User
from kitchen.registry import Registry

# Called with the household, things in the person's words, who named them, and the id of the form that brought them.
Taker = Callable[[Household, Sequence[str], User, UUID], object]
takers: Registry[Taker] = Registry("taker of first things")
