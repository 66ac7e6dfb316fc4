from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.answers import ConfirmForm, answer, posted, refusing
from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.note import ChangeNoteForm, NoteForm
from chat.models import MemoryNote
from chat.queries.note import notes_of, notes_page
from chat.services.note import add_note, change_note, forget_note
from chat.viewer import viewer_of
from kitchen.http import go


def at_table(request: HouseholdRequest) -> bool:
    return viewer_of(request.membership).at_table


def found(request: HouseholdRequest, id: UUID) -> MemoryNote:
    return get_object_or_404(notes_of(request.household, request.user, at_table=at_table(request)), pk=id)


@open_to(*EVERYBODY)
@require_safe
def index(request: HouseholdRequest) -> HttpResponse:
    """One's own notes and the household's; guests have their own only."""
    notes = notes_page(request.household, request.user, at_table=at_table(request))
    context = {"notes": notes, "form": NoteForm(at_table=at_table(request)), "at_table": at_table(request)}
    return render(request, "chat/note/index.html", context)


@open_to(*EVERYBODY)
def create(request: HouseholdRequest) -> HttpResponse:
    form = NoteForm(posted(request), at_table=at_table(request))
    if form.is_valid():
        with refusing(form):
            text, id = form.cleaned_data["text"], form.cleaned_data["id"]
            add_note(request.household, text, everybody=form.everybody, by=request.user, id=id)
            messages.success(request, _("The assistant remembers this from now on."))
            return go(request, "chat:note.index", code=request.household.code)
    return answer(request, "chat/note/create.html", form)


@open_to(*EVERYBODY)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    note = found(request, id)
    form = ChangeNoteForm(posted(request), initial={"text": note.text})
    if form.is_valid():
        with refusing(form):
            change_note(note, form.cleaned_data["text"], by=request.user)
            return go(request, "chat:note.index", code=request.household.code)
    return answer(request, "chat/note/edit.html", form, note=note)


@open_to(*EVERYBODY)
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    note = found(request, id)
    form = ConfirmForm(posted(request))
    if form.is_valid():
        with refusing(form):
            forget_note(note, by=request.user)
            messages.success(request, _("Forgotten."))
            return go(request, "chat:note.index", code=request.household.code)
    return answer(request, "chat/note/delete.html", form, note=note)
