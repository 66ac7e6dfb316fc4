from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.models import Onboarding, User
from accounts.queries.membership import memberships_of

# Rooms that a shortcut of the installed app leads to, as `?to=`; without a network js/worker/copies.js knows the way.
ROOMS = {"shopping": "shopping:home"}


def show(request: HttpRequest) -> HttpResponse:
    """The front door: what Kitchen is, or for those who live here the way into their house."""
    if not isinstance(request.user, User):
        return render(request, "accounts/start/show.html")
    memberships = memberships_of(request.user)
    if memberships:
        codes = [membership.household.code for membership in memberships]
        last = request.user.preferences.get("household")
        room = ROOMS.get(request.GET.get("to", ""), "home:today")
        return redirect(room, code=last if last in codes else codes[0])
    newcomer = request.user.onboarding == Onboarding.INCOMPLETE
    return redirect("accounts:onboarding.show" if newcomer else "accounts:household.index")
