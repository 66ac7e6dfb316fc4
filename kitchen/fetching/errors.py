"""Why a page was not fetched, each reason with one sentence for the person who gave the address."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kitchen.errors import DomainError

SENTENCES: dict[str, Promise] = {
    "address": _("This is not the address of a web page. Copy it whole, beginning with https:// or http://."),
    "credentials": _("The address has a name or password in it. Take it out, and try again."),
    "not_allowed": _("Pages are only fetched from the public internet, and this address is not there."),
    "unknown_name": _("There is no site of this name. Look for a typing error in the address."),
    "no_network": _("There is no connection to the internet just now. Try again later, or paste the recipe as text."),
    "unreachable": _("The site does not answer. Try again later, or paste the recipe as text."),
    "insecure": _("The site does not prove who it is: its certificate is not valid."),
    "slow": _("The site took too long to answer. Try again later, or paste the recipe as text."),
    "redirects": _("The site sends one from page to page without end."),
    "refused": _("The site does not let programs read this page. Open it yourself, and paste the recipe as text."),
    "not_found": _("The site has no page at this address any more."),
    "broken": _("The site could not show the page. Try again later."),
    "not_a_page": _("There is no web page at this address, but something else, such as a picture or a video."),
    "too_large": _("The page is larger than 5 MB, which no recipe is. Paste the recipe as text."),
}


class FetchError(DomainError):
    """A fetch that was refused or failed; `reason` is the key of its sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(SENTENCES[reason])
        self.reason = reason
