from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from accounts.digest.stopping import person_of, stop_mails

NOT_FOUND = 404


@csrf_exempt
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Open to everybody who has a mail's link. Looking changes nothing: programs that read mail open its links.

    Without the token of a form, as RFC 8058 has mail programs press the button; what is signed in the link is enough.
    """
    person = person_of(token)
    if person is None:
        return render(request, "accounts/digest/stop.html", {"state": "wrong"}, status=NOT_FOUND)
    if request.method != "POST":
        return render(request, "accounts/digest/stop.html", {"state": "asked"})
    stop_mails(person)
    return render(request, "accounts/digest/stop.html", {"state": "stopped"})
