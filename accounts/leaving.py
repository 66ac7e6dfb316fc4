"""The way to a provider of identities: a page of our own between our form and their address.

Browsers judge the redirect of a posted form by the `form-action` of its page (CSP Level 3, section 6.4.1), with all the
redirects that follow over there. A page that leads on by itself keeps the policy as strict as it is.
"""

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render

WAYS_OUT = ("openid_connect_login",)


def lead_out(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """The response, or where it would redirect a posted form to another site, the page that goes there."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.view_name not in WAYS_OUT:
        return response
    if not isinstance(response, HttpResponseRedirect) or response.url.startswith("/"):
        return response
    return render(request, "socialaccount/leaving.html", {"url": response.url})
