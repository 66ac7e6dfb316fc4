"""The middle of a view that changes something: the form that was posted, a service that may refuse, the page again."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from kitchen.errors import DomainError
from kitchen.forms import Form, RefusingMixin
from kitchen.http import UNPROCESSABLE


class ConfirmForm(Form):
    """Nothing to fill in: a page that asks "really?" and shows what the service refused."""


def posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


@contextmanager
def refusing(form: RefusingMixin) -> Iterator[None]:
    """What a service refuses inside becomes the form's own error."""
    try:
        yield
    except DomainError as error:
        form.refuse(error)


def answer(request: HttpRequest, template: str, form: Form, **context: Any) -> HttpResponse:
    """The page with its form: 422 when something was wrong, with what was typed."""
    return render(request, template, {"form": form, **context}, status=UNPROCESSABLE if form.errors else None)
