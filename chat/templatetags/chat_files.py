"""What templates ask of files beside messages, and of what a conversation is about."""

from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chat.models import Attachment
from chat.queries.attachment import File, files_of, waiting_of
from recipes.pictures import MEDIA_TYPE

register = template.Library()

# By what became of a file: the words that open it.
OPENS: dict[str, Promise] = {
    "recipes": _("See what came in"),
    "product": _("Open it"),
    "lot": _("Open it"),
    "code": _("Say what it is"),
}


@register.simple_tag(takes_context=True)
def waiting_files(context: Any, conversation: Any, user: Any) -> list[Attachment]:
    """None before there is a conversation; read anew where the page has not brought them."""
    if "waiting" in context:
        return list(context["waiting"])
    return waiting_of(conversation, user.pk) if conversation else []


@register.simple_tag
def files_beside(line: Any, household: Any, viewer: Any) -> list[File]:
    return files_of(line.message, household, viewer)


@register.filter
def pictured(attachment: Attachment) -> bool:
    return attachment.media_type == MEDIA_TYPE


@register.filter
def opens(outcome: str) -> str | Promise:
    return OPENS.get(outcome, "")
