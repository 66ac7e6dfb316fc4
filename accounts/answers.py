"""The middle of a view that changes something: the form that was posted, a service that may refuse, the page again."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from accounts.doors import HouseholdRequest
from kitchen.errors import DomainError
from kitchen.forms import Form, RefusingMixin
from kitchen.http import UNPROCESSABLE, for_now


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
    """The page with its form: 422 when something was wrong, 429 when it is refused for now, with what was typed."""
    page = render(request, template, {"form": form, **context}, status=UNPROCESSABLE if form.errors else None)
    return for_now(page, form.refusal)


def say_done(request: HouseholdRequest, sentence: str, verb: str, subject: UUID) -> None:
    """A notice after a change, with its undo if the newest line of the feed is what this person just did."""
    newest = request.household.activities.first()
    if newest and (newest.verb, newest.subject, newest.actor_id) == (verb, subject, request.user.pk):
        undo = reverse("home:feed.undo", kwargs={"code": request.household.code, "id": newest.pk})
        messages.success(request, sentence, extra_tags=f"undo:{undo}")
    else:
        messages.success(request, sentence)
