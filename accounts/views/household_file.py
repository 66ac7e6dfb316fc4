from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing
from accounts.doors import RUNNERS, HouseholdRequest, open_to
from accounts.forms.household_file import HouseholdFileForm
from accounts.limits import Limit, too_many
from accounts.models import FileState, FileWay, HouseholdFile
from accounts.queries.household_file import file_page
from accounts.requests import PersonRequest
from accounts.tasks import carry_household
from accounts.transfer.jobs import begin_in, begin_out, parts_of, told_of
from kitchen.http import go, is_htmx
from kitchen.tasks import queue_once

MADE = Limit("household-files-made", 20, 3600)
BROUGHT = Limit("household-files-brought", 20, 3600)


def found(request: PersonRequest, id: UUID) -> HouseholdFile:
    return get_object_or_404(HouseholdFile, pk=id, user=request.user)


def begun(request: PersonRequest, file: HouseholdFile, *, is_new: bool) -> HttpResponse:
    """The page of a file that is worked on in the background from now on."""
    if is_new:
        queue_once(carry_household, f"household file {file.pk}", person=str(request.user.pk), file=str(file.pk))
    return go(request, "accounts:household_file.show", id=file.pk)


@open_to(*RUNNERS)
def create(request: HouseholdRequest) -> HttpResponse:
    form = ConfirmForm(posted(request))
    if form.is_valid():
        if MADE.reached(request):
            return too_many(request)
        with refusing(form):
            MADE.count(request)
            file, is_new = begin_out(request.household, by=request.user)
            return begun(request, file, is_new=is_new)
    return answer(request, "accounts/household_file/create.html", form)


@login_required
def bring(request: PersonRequest) -> HttpResponse:
    form = HouseholdFileForm(posted(request), request.FILES or None)
    if form.is_valid():
        if BROUGHT.reached(request):
            return too_many(request)
        with refusing(form):
            BROUGHT.count(request)
            given, operation = form.cleaned_data["file"], form.cleaned_data["operation"]
            file, is_new = begin_in(given.name, given.chunks(), operation=operation, by=request.user)
            return begun(request, file, is_new=is_new)
    return answer(request, "accounts/household_file/bring.html", form)


@login_required
@require_safe
def show(request: PersonRequest, id: UUID) -> HttpResponse:
    file = found(request, id)
    page = file_page(file, request.memberships, told_of(file))
    template = "accounts/household_file/_file.html" if is_htmx(request) else "accounts/household_file/show.html"
    return render(request, template, {"page": page})


@login_required
@require_safe
def download(request: PersonRequest, id: UUID) -> StreamingHttpResponse:
    file = get_object_or_404(HouseholdFile, pk=id, user=request.user, way=FileWay.OUT, state=FileState.DONE)
    name = f"{slugify(file.name) or 'kitchen'}-{file.created_at:%Y-%m-%d}.zip"
    headers = {"Content-Length": str(file.size), "Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(parts_of(file), content_type="application/zip", headers=headers)
