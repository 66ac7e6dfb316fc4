from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import EVERYBODY, HouseholdRequest, open_to
from chat.forms.attaching import FileForm
from chat.models import Attachment
from chat.queries.attachment import attachments_for
from chat.services.attachment import add_attachment, remove_attachment
from chat.viewer import viewer_of
from chat.views.conversation import found as conversation_found
from kitchen.errors import DomainError
from kitchen.http import UNPROCESSABLE, go, is_htmx
from recipes.pictures import MEDIA_TYPE

# What is kept under an id never changes.
FOR_A_YEAR = "private, max-age=31536000, immutable"
# Whatever is in it, a browser runs nothing of it.
INERT = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}


def found(request: HouseholdRequest, id: UUID) -> Attachment:
    return get_object_or_404(attachments_for(request.household, viewer_of(request.membership)), pk=id)


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """A picture to be seen, everything else to be saved."""
    one = found(request, id)
    is_picture = one.media_type == MEDIA_TYPE
    response = HttpResponse(
        bytes(one.data), content_type=MEDIA_TYPE if is_picture else "application/octet-stream", headers=INERT
    )
    named = content_disposition_header(as_attachment=not is_picture, filename=one.name)
    response["Content-Disposition"], response["Cache-Control"] = named or "attachment", FOR_A_YEAR
    return response


@open_to(*EVERYBODY)
@require_POST
def create(request: HouseholdRequest, conversation: UUID) -> HttpResponse:
    """A file is sent before its message: answered with JSON, in which `html` is its row."""
    talk = conversation_found(request, conversation)
    form = FileForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            return _refused(str(next(iter(form.errors.values()))[0]))
        own = form.cleaned_data["id"]
        kept = add_attachment(talk, form.cleaned_data["file"], by=request.user, id=own)
    except DomainError as refusal:
        return _refused(str(refusal))
    html = render_to_string("chat/attachment/_waiting.html", {"one": kept, "household": request.household}, request)
    return JsonResponse({"id": kept.pk, "name": kept.name, "said": kept.said, "html": html}, status=201)


@open_to(*EVERYBODY)
@require_POST
def remove(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """Before its message is sent, by who put it there; a sent one stays with what was said."""
    one = found(request, id)
    remove_attachment(one, by=request.user)
    if is_htmx(request):
        return HttpResponse()
    return go(request, "chat:conversation.show", code=request.household.code, id=one.conversation_id)


def _refused(sentence: str) -> HttpResponse:
    return JsonResponse({"error": sentence}, status=UNPROCESSABLE)
