from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from kitchen.http import is_htmx
from kitchen.search import LONGEST, SHORTEST, Ask, search


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest) -> HttpResponse:
    """`?q=`: everything that has these words; htmx asks again while they are typed."""
    typed = request.GET.get("q", "")[:LONGEST]
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in typed).split())
    groups = search(Ask(text, request.household, request.membership))
    template = "home/search/_results.html" if is_htmx(request) else "home/search/page.html"
    found = sum(len(group.hits) for group in groups)
    context = {"text": text, "groups": groups, "found": found, "too_short": len(text) < SHORTEST}
    return render(request, template, context)
