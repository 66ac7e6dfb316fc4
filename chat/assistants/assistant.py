"""An assistant as it is asked: where it is, what it speaks, what it costs."""

from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from chat.agent.builtin.name import NAME as BUILTIN
from chat.models import ModelSource, Provider
from kitchen.fetching.addresses import is_public

MILLION = 1_000_000
LEAST = Decimal("0.000001")
# The makers' own addresses.
HOMES = {Provider.OPENAI: "https://api.openai.com/v1", Provider.ANTHROPIC: "https://api.anthropic.com"}


@dataclass(frozen=True)
class Assistant:
    """`own` says that a household named the address, so that it is guarded; `key` is never drawn or logged.

    Prices are for a million tokens, in `currency`; None where nobody has said them.
    """

    source: str
    model: str
    provider: str = ""
    base_url: str = ""
    key: str = field(default="", repr=False)
    input_price: Decimal | None = None
    output_price: Decimal | None = None
    currency: str = ""
    daily_tokens: int | None = None

    @property
    def is_builtin(self) -> bool:
        return self.source == ModelSource.BUILTIN

    @property
    def own(self) -> bool:
        return self.source == ModelSource.OWN

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """As people read it."""
        return _("Built-in assistant") if self.is_builtin else self.model

    @property
    def address(self) -> str:
        return self.base_url or HOMES[Provider(self.provider)]

    @property
    def place(self) -> str:
        """Where it runs, and so who hears what is said."""
        if self.is_builtin:
            return _("runs in Kitchen itself: nothing leaves this installation")
        host = urlsplit(self.address).hostname or ""
        if is_near(host) and self.own and not settings.CHAT_ALLOW_PRIVATE:
            return _("is said to be at %(host)s, in a private network where this installation asks nobody") % {
                "host": host
            }
        if is_near(host):
            return _("runs in this installation's own network (%(host)s)") % {"host": host}
        return _("runs at %(host)s: what you ask and what the tools find is sent there") % {"host": host}

    def cost(self, read: int, written: int) -> Decimal | None:
        """Of so many tokens; None where no price is known."""
        if self.is_builtin:
            return Decimal(0)
        if self.input_price is None or self.output_price is None:
            return None
        return ((read * self.input_price + written * self.output_price) / MILLION).quantize(LEAST)


def builtin(currency: str = "") -> Assistant:
    return Assistant(ModelSource.BUILTIN, BUILTIN, currency=currency)


def is_near(host: str) -> bool:
    """Whether a host is, by its name alone, no one of the public internet."""
    if not host:
        return False
    is_number = host.replace(".", "").isdigit() or ":" in host
    if is_number:
        return not is_public(host)
    return "." not in host or host.endswith((".localhost", ".local", ".internal", ".lan", ".home.arpa"))
