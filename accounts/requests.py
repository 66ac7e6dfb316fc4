"""What a view may rely on once its door has let somebody in."""

from django.http import HttpRequest

from accounts.models import User


class PersonRequest(HttpRequest):
    """A request behind `login_required`: somebody is signed in."""

    user: User
