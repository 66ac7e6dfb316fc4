"""The list of conversations: pinned ones, then by when something was said last; or those in which words were found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject, Left
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Household
from chat.models import Conversation, ConversationKind, Message, MessageRole, MessageState, Run
from chat.models.run import UNFINISHED
from chat.queries.conversation import readable, with_marks
from chat.queries.excerpt import Piece, excerpt, first_words
from chat.viewer import Viewer

PAGE = 30
BEGINNING, WHOLE = 240, 20_000
ASIDE = "archived"
WEEK, MONTH = 7, 30


@dataclass(frozen=True)
class Wanted:
    """What of the list is looked at: the page, the words that were typed, and whether those put aside are meant."""

    text: str = ""
    aside: bool = False
    page: int = 1

    @property
    def shows(self) -> str:
        return ASIDE if self.aside else ""


@dataclass(frozen=True)
class Row:
    """A conversation in the list; `title` is "" while nothing was said. `said` are the last words, or those that were
    found in the message `hit` (its number and id).
    """

    id: UUID
    title: str
    group: bool
    running: bool
    unread: int
    pinned: bool
    aside: bool
    at: datetime
    by: str
    said: list[Piece]
    hit: tuple[int, UUID] | None = None

    @property
    def today(self) -> bool:
        return timezone.localdate(self.at) == timezone.localdate()


@dataclass(frozen=True)
class Section:
    """`key` is its own among the sections of a page."""

    key: str
    heading: str
    rows: list[Row]


@dataclass(frozen=True)
class Conversations:
    sections: list[Section]
    wanted: Wanted
    aside: int
    more: bool

    @property
    def none(self) -> bool:
        return not self.sections and self.wanted.page == 1

    @property
    def running(self) -> bool:
        """An answer that is being written ends without a word to the household: the list looks again."""
        return any(row.running for section in self.sections for row in section.rows)

    @property
    def later(self) -> int | None:
        return self.wanted.page - 1 if self.wanted.page > 1 else None

    @property
    def earlier(self) -> int | None:
        return self.wanted.page + 1 if self.more else None


def conversations(household: Household, viewer: Viewer, wanted: Wanted) -> Conversations:
    marked = with_marks(readable(household, viewer), viewer.person)
    found = _searched(marked, wanted.text) if wanted.text else marked.filter(is_aside=wanted.aside)
    start = (wanted.page - 1) * PAGE
    rows = list(_ordered(_told(found, viewer, wanted.text), wanted)[start : start + PAGE + 1])
    return Conversations(
        sections=list(_sections([_row(one, wanted.text) for one in rows[:PAGE]], wanted)),
        wanted=wanted,
        aside=0 if wanted.text or wanted.aside else marked.filter(is_aside=True).count(),
        more=len(rows) > PAGE,
    )


def _told(found: QuerySet[Conversation], viewer: Viewer, text: str) -> QuerySet[Any]:
    messages = Message.objects.filter(conversation=OuterRef("pk"), shown=True)
    new = messages.filter(number__gt=Coalesce(OuterRef("read_number"), 0)).exclude(author=viewer.person)
    unread = new.exclude(state=MessageState.RUNNING).order_by().values("conversation").annotate(n=Count("pk"))
    running = Run.objects.filter(conversation=OuterRef("pk"), state__in=UNFINISHED, lease_until__gt=timezone.now())
    said = messages.filter(_says(text)) if text else messages.exclude(text="")
    words = JSONObject(
        id="id",
        number="number",
        role="role",
        by="author__name",
        mail="author__email",
        text=Left("text", WHOLE if text else BEGINNING),
    )
    return found.annotate(
        running=Exists(running),
        unread=Coalesce(Subquery(unread.values("n"), output_field=IntegerField()), 0),
        said=Subquery(said.order_by("-number").values(told=words)[:1]),
    )


def _searched(found: QuerySet[Conversation], text: str) -> QuerySet[Conversation]:
    """All words in the title, or all in one message."""
    titled = Q()
    for word in text.split():
        titled &= Q(title__icontains=word)
    messages = Message.objects.filter(_says(text), conversation=OuterRef("pk"), shown=True)
    return found.filter(titled | Exists(messages))


def _says(text: str) -> Q:
    found = Q()
    for word in text.split():
        found &= Q(text__icontains=word)
    return found


def _ordered(found: QuerySet[Any], wanted: Wanted) -> QuerySet[Any]:
    pinned = [] if wanted.text or wanted.aside else [F("pinned_at").desc(nulls_last=True)]
    return found.order_by(*pinned, "-last_at", "-id")


def _row(one: Any, text: str) -> Row:
    said = one.said or {}
    return Row(
        id=one.pk,
        title=one.title,
        group=one.kind == ConversationKind.GROUP,
        running=one.running,
        unread=one.unread,
        pinned=one.pinned_at is not None,
        aside=one.is_aside,
        at=one.last_at,
        by=_by(one, said),
        said=excerpt(said.get("text", ""), text) if text else first_words(said.get("text", "")),
        hit=(said["number"], UUID(said["id"])) if text and said else None,
    )


def _by(one: Any, said: dict[str, Any]) -> str:
    """Who said the last words, where several could have."""
    if one.kind == ConversationKind.SOLO or said.get("role") != MessageRole.PERSON:
        return ""
    return said.get("by") or str(said.get("mail") or "").partition("@")[0]


def _sections(rows: Sequence[Row], wanted: Wanted) -> Iterator[Section]:
    if wanted.text:
        if rows:
            yield Section("found", _("Found"), list(rows))
        return
    today = timezone.localdate()
    for (key, heading), those in groupby(rows, key=lambda row: _place(row, today, wanted)):
        yield Section(key, heading, list(those))


def _place(row: Row, today: date, wanted: Wanted) -> tuple[str, str]:
    if row.pinned and not wanted.aside:
        return "pinned", _("Pinned")
    day = timezone.localtime(row.at).date()
    ago = (today - day).days
    if ago <= 0:
        return "today", _("Today")
    if ago == 1:
        return "yesterday", _("Yesterday")
    if ago <= WEEK:
        return "week", _("In the last seven days")
    if ago <= MONTH:
        return "month", _("In the last thirty days")
    return f"{day:%Y%m}", date_format(day, "F Y")
