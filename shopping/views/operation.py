from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from shopping.live import rows_drawn
from shopping.protocol import Message, NotUnderstoodError, read_message
from shopping.syncing import Door, Result, apply_operations

BAD, CONFLICT = 400, 409
OURS = ("same-origin", "none")


# Sent by the service worker too, which knows no token.
@csrf_exempt
@open_to(*EVERYBODY)
@require_POST
def create(request: HouseholdRequest) -> HttpResponse:
    """Changes that were made on a device, in their order. A device that was somebody else's sends nothing here."""
    try:
        message = read_request(request)
    except NotUnderstoodError:
        return not_understood()
    if message.person != str(request.user.pk):
        return JsonResponse({"why": _("Somebody else is signed in here now.")}, status=CONFLICT)
    door = Door(request.household, request.user)
    return answered(request, door, apply_operations(door, message.operations))


def read_request(request: HttpRequest) -> Message:
    """No form of another site can send JSON, and a browser tells from where a script sends it."""
    if request.content_type != "application/json" or request.headers.get("Sec-Fetch-Site", OURS[0]) not in OURS:
        raise NotUnderstoodError
    return read_message(request.body)


def not_understood() -> HttpResponse:
    """From a page that is older or newer than this server: what waits in it keeps waiting until it is loaded again."""
    why = _("This page does not fit this Kitchen any more: load it again.")
    return JsonResponse({"why": why, "reload": True}, status=BAD)


def answered(request: HouseholdRequest, door: Door, results: list[Result]) -> HttpResponse:
    """What became of each, and the rows that were touched as they are now, by list."""
    told = [told_of(request, result) for result in results]
    return JsonResponse({"results": told, "rows": rows_of(request, door, results)})


def told_of(request: HouseholdRequest, result: Result) -> dict[str, Any]:
    undo = reverse("home:feed.undo", kwargs={"code": request.household.code, "id": result.undo}) if result.undo else ""
    return {
        "id": str(result.id),
        "outcome": result.outcome,
        "number": result.number,
        "item": str(result.item) if result.item else None,
        "why": result.why,
        "said": result.said,
        "undo": undo,
    }


def rows_of(request: HouseholdRequest, door: Door, results: list[Result]) -> dict[str, str]:
    ids = {result.item for result in results if result.item}
    lists: dict[str, str] = {}
    for kept, html in rows_drawn(door.household, ids, at_table=request.membership.role in TABLE):
        lists[str(kept)] = lists.get(str(kept), "") + html
    return lists
