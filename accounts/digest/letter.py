"""The digest as a mail and as a message to a browser."""

import hashlib
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.digest.sections import Digest
from accounts.digest.stopping import token_of
from accounts.push.sending import Message

TEXT, HTML = "accounts/digest/mail.txt", "accounts/digest/mail.html"
# Of the first section so many lines are named in a browser's message, and one of each other.
NAMED = 3
TOPIC_LENGTH = 32


def address_of(path: str) -> str:
    return f"{settings.PUBLIC_URL}{path}"


def subject_of(digest: Digest) -> str:
    told = _("%(household)s: %(headline)s") % {"household": digest.household.name, "headline": digest.headline}
    return " ".join(told.split())


def letter_of(digest: Digest) -> EmailMultiAlternatives:
    stop = address_of(reverse("accounts:digest.stop", kwargs={"token": token_of(digest.person)}))
    context: dict[str, Any] = {
        "digest": digest,
        "subject": subject_of(digest),
        "sections": [(one, address_of(one.url)) for one in digest.sections],
        "today": address_of(_page(digest)),
        "preferences": address_of(reverse("accounts:preference.edit")),
        "stop": stop,
        "language": digest.person.language,
    }
    letter = EmailMultiAlternatives(
        subject=subject_of(digest),
        body=render_to_string(TEXT, context),
        to=[digest.person.email],
        headers={
            # RFC 8058: whoever reads mail offers a button of its own, and presses it by POST.
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
    letter.attach_alternative(render_to_string(HTML, context), "text/html")
    return letter


def message_of(digest: Digest) -> Message:
    lines = [f"{one.text} · {one.why}" if one.why else one.text for one in digest.sections[0].lines[:NAMED]]
    lines += [f"{section.title}: {section.lines[0].text}" for section in digest.sections[1:] if section.lines]
    return Message(
        title=subject_of(digest),
        body="\n".join(lines),
        url=_page(digest),
        tag=f"digest-{digest.household.code}",
    )


def topic_of(household: UUID) -> str:
    """What push services know a household's messages by: it tells them nothing."""
    return hashlib.sha256(f"{settings.SECRET_KEY}{household}".encode()).hexdigest()[:TOPIC_LENGTH]


def _page(digest: Digest) -> str:
    return reverse("home:today", kwargs={"code": digest.household.code})
