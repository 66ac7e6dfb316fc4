from accounts.live.following import FollowingConsumer
from accounts.live.seat import Seat
from accounts.live.sharing import messages, sights, take_seat


class HouseholdConsumer(FollowingConsumer):
    """A page of a household, for its people."""

    sights, messages = sights, messages

    async def take_seat(self) -> Seat | None:
        seat: Seat | None = await take_seat(self.scope["session"], self.scope["url_route"]["kwargs"]["code"])
        return seat
