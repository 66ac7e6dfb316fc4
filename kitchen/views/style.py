from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kitchen import sampler

THEMES = ("light", "dark")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Every element in every state, for staff: `?theme=light` or `dark` for one side."""
    if not (request.user.is_authenticated and request.user.is_staff):
        raise Http404
    asked = request.GET.get("theme", "")
    themes = [asked] if asked in THEMES else THEMES
    context = {"sides": [sampler.side(theme) for theme in themes], "asked": asked, "sampler": sampler}
    return render(request, "kitchen/style/page.html", context)
