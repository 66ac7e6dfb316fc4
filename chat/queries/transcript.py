"""A conversation as Markdown, to be taken along: the branch that is on the page, with who said what and when."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from chat.models import Conversation, MessageRole
from chat.queries.attachment import files_of_message
from chat.queries.path import path_of
from chat.queries.proposal import offers_of_message

DAY, TIME = "l j F Y", "H:i"


def transcript(conversation: Conversation) -> str:
    messages = path_of(conversation).filter(~Q(text="") | Q(attachments__isnull=False)).distinct()
    rows = messages.select_related("author").annotate(file_rows=files_of_message(), offer_rows=offers_of_message())
    title = conversation.title or _("A conversation")
    return "\n\n".join([f"# {title}", *_parts(rows)]) + "\n"


def file_name(conversation: Conversation) -> str:
    return f"{slugify(conversation.title) or 'conversation'}.md"


def _parts(rows: Any) -> Iterator[str]:
    day = None
    for row in rows:
        said_at = timezone.localtime(row.created_at)
        if said_at.date() != day:
            day = said_at.date()
            yield f"## {date_format(day, DAY)}"
        yield f"**{_by(row)}**, {date_format(said_at, TIME)}"
        if row.text:
            yield row.text
        lines = [*_files(row), *_offers(row)]
        if lines:
            yield "\n".join(lines)


def _by(row: Any) -> str:
    if row.role == MessageRole.ASSISTANT:
        return _("Kitchen")
    return row.author.called if row.author else _("Somebody who left")


def _files(row: Any) -> list[str]:
    return [f"- {one['name']}: {one['said']}" if one["said"] else f"- {one['name']}" for one in row.file_rows]


def _offers(row: Any) -> list[str]:
    """What was proposed and became something; what nobody agreed to is left out."""
    return [f"- {one['result']}" for one in row.offer_rows if one["state"] == "approved" and one["result"]]
