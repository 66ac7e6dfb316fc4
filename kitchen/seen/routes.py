from django.conf import settings
from django.http import HttpRequest


def route_of(request: HttpRequest) -> str:
    """The name of the URL, "static" for a file of the program, "none" where nothing is."""
    if match := getattr(request, "resolver_match", None):
        return str(match.view_name)
    return "static" if request.path.startswith(settings.STATIC_URL) else "none"
