"""A backup that failed is told by mail to whoever looks after this Kitchen."""

from collections.abc import Callable, Iterable

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from kitchen.registry import Registry

log = structlog.get_logger("kitchen.backup")
# Address and language of each; the app that knows people fills it.
staff: Registry[Callable[[], Iterable[tuple[str, str]]]] = Registry("staff")


def tell_staff(sentence: str, place: str) -> None:
    for _name, people in staff:
        for address, language in people():
            with translation.override(language):
                letter = _letter(address, sentence, place)
            try:
                letter.send()
            except OSError as error:
                log.warning("a mail about a failed backup did not leave", reason=str(error))


def _letter(address: str, sentence: str, place: str) -> EmailMessage:
    body = _(
        "The backup of %(site)s to %(place)s failed:\n\n%(sentence)s\n\n"
        "The backups from before are still there. Mend what is said above, then try `manage.py backup`."
    ) % {"site": settings.PUBLIC_URL, "place": place, "sentence": sentence}
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(_("The backup of Kitchen failed"), body, to=[address], headers=headers)
