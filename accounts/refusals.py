"""What the views of allauth answer, put right for this house."""

from collections.abc import Callable
from http import HTTPStatus

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.response import TemplateResponse

from accounts.leaving import lead_out

# Of sign-in, where tries are counted by the minute.
A_MINUTE = "60"


class MailNotSentError(Exception):
    """The mail server did not take a mail without which the request makes no sense."""


class RefusalMiddleware:
    """A refused form is 422 as everywhere in Kitchen.

    A mail that did not leave undoes the request (503), and so does a provider of identities that is not there (502).
    What came too often is told when to come again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = lead_out(request, self.get_response(request))
        if response.status_code == HTTPStatus.TOO_MANY_REQUESTS and not response.has_header("Retry-After"):
            response["Retry-After"] = A_MINUTE
        return response

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        form = (response.context_data or {}).get("form")
        if request.method == "POST" and response.status_code == HTTPStatus.OK and getattr(form, "errors", None):
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        page = _page_for(exception)
        if page is None:
            return None
        transaction.set_rollback(True)
        template, status = page
        return render(request, template, status=status)


def _page_for(exception: Exception) -> tuple[str, HTTPStatus] | None:
    from requests import RequestException

    if isinstance(exception, MailNotSentError):
        return "account/mail_failed.html", HTTPStatus.SERVICE_UNAVAILABLE
    if isinstance(exception, RequestException):
        return "socialaccount/authentication_error.html", HTTPStatus.BAD_GATEWAY
    return None
