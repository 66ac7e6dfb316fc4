"""What a view may rely on once its door has let somebody in, and the door that asks twice."""

from collections.abc import Callable
from typing import TypeVar, cast

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase

from accounts.models import Membership, User

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class PersonRequest(HttpRequest):
    """A request behind `login_required`: somebody is signed in."""

    user: User
    memberships: list[Membership]


def asks_again(view: View) -> View:
    """For what cannot be taken back, or leaves the house: who signed in a while ago gives the password again."""
    return login_required(cast("View", reauthentication_required(view)))
