"""What went wrong with a model, in one sentence for people and one word for the books."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from pydantic_ai import UnexpectedModelBehavior, UsageLimitExceeded
from pydantic_ai import exceptions as library

from chat.assistants.assistant import Assistant
from kitchen.errors import DomainError
from kitchen.fetching import FetchError

# Of the words in `AIModelResult.outcome`, those for what did not come to a good end.
FAILED, SLOW, REFUSED = "failed", "slow", "refused"
REDIRECTS = range(300, 400)
# As the library says that a model has answered with neither words nor calls.
NO_OUTPUT = ("output retries", "without content")
WIRE = ("openai", "anthropic", "httpx2", "httpcore2", "pydantic_ai.models")


@dataclass(frozen=True)
class Fault:
    outcome: str
    sentence: str


SENTENCES: dict[str, tuple[str, Promise]] = {
    "key": (REFUSED, lazy("%(name)s does not take the key.")),
    "no_model": (REFUSED, lazy("At its address there is no model called %(model)s.")),
    "money": (REFUSED, lazy("The account at which %(name)s is paid has nothing left.")),
    "busy": (REFUSED, lazy("%(name)s has too much to do just now.")),
    "until": (REFUSED, lazy("%(name)s has too much to do just now; it goes on at %(until)s.")),
    "too_long": (REFUSED, lazy("This conversation has become too long for %(name)s: begin a new one.")),
    "rejected": (REFUSED, lazy("%(name)s does not take what Kitchen sends: it may not know tools.")),
    "moved": (REFUSED, lazy("The address of %(name)s sends on to another one, which has to be given instead.")),
    "not_allowed": (
        REFUSED,
        lazy("The address of %(name)s is not on the public internet, and this installation asks no other."),
    ),
    "unknown_name": (FAILED, lazy("There is nothing with the name that %(name)s is to be asked under.")),
    "insecure": (
        REFUSED,
        lazy("Where %(name)s runs, nobody can prove who it is: the certificate is not valid."),
    ),
    "nothing": (FAILED, lazy("%(name)s does not answer: at its address there is nothing just now.")),
    "slow": (SLOW, lazy("%(name)s took too long.")),
    "cut": (FAILED, lazy("The connection to %(name)s was cut in the middle.")),
    "hung_up": (FAILED, lazy("%(name)s ended the connection before it had said anything.")),
    "broken": (FAILED, lazy("%(name)s has a fault of its own just now.")),
    "garbage": (FAILED, lazy("What %(name)s answered cannot be understood.")),
    "empty": (FAILED, lazy("There was no answer from %(name)s that could be understood.")),
    "steps": (FAILED, lazy("This took too many steps. Please ask for less at once.")),
    "muddled": (FAILED, lazy("%(name)s got muddled and gave up. Please ask in other words.")),
    "unknown": (FAILED, lazy("%(name)s could not answer. Please try again in a moment.")),
}
BY_FETCH = {
    "not_allowed": "not_allowed",
    "address": "not_allowed",
    "unknown_name": "unknown_name",
    "insecure": "insecure",
    "slow": "slow",
}
# The first that fits: narrower ones stand before wider ones.
BY_KIND: tuple[tuple[type[Exception], str], ...] = (
    (UsageLimitExceeded, "steps"),
    (library.ModelAuthenticationError, "key"),
    (library.ModelNotFoundError, "no_model"),
    (library.ModelQuotaExceededError, "money"),
    (library.ModelContextWindowExceededError, "too_long"),
    (library.ModelRequestRejectedError, "rejected"),
    (library.ModelRateLimitError, "busy"),
    (library.ModelUnavailableError, "broken"),
    (library.ModelServerError, "broken"),
    (library.ModelTimeoutError, "slow"),
    (library.ModelRequestTimeout, "slow"),
    (library.RunTimedOut, "slow"),
    (library.ModelConnectionError, "nothing"),
    (library.ModelAPIError, "garbage"),
    (UnexpectedModelBehavior, "muddled"),
)


def fault_of(error: BaseException, assistant: Assistant, *, spoke: bool = False) -> Fault:
    """`spoke` says that words had come before it went wrong."""
    for one in chain_of(error):
        if isinstance(one, DomainError) and not isinstance(one, FetchError):
            return Fault(FAILED, str(one))
    kind = kind_of(error, spoke=spoke)
    name = _("the built-in assistant") if assistant.is_builtin else assistant.name
    about: dict[str, Any] = {"name": name, "model": assistant.model}
    seconds = getattr(error, "retry_after", None)
    if kind == "busy" and seconds:
        # Seconds are asked for; a clock that shows minutes is never before them.
        until = timezone.localtime() + timedelta(seconds=float(seconds) + 59)
        kind, about = "until", {**about, "until": time_format(until)}
    outcome, sentence = SENTENCES[kind]
    told = str(sentence) % about
    return Fault(outcome, capfirst(told) if assistant.is_builtin else told)


def kind_of(error: BaseException, *, spoke: bool = False) -> str:
    chain = chain_of(error)
    for one in chain:
        if isinstance(one, FetchError):
            return BY_FETCH.get(one.reason, "nothing")
        if "CERTIFICATE_VERIFY" in str(one):
            return "insecure"
    if getattr(error, "status_code", 0) in REDIRECTS or any(_redirects(one) for one in chain):
        return "moved"
    return _narrower(next((kind for type_, kind in BY_KIND if isinstance(error, type_)), "unknown"), error, spoke)


def _narrower(kind: str, error: BaseException, spoke: bool) -> str:  # noqa: FBT001  (private, read in one place)
    if kind == "nothing" and spoke:
        return "cut"
    if kind == "nothing" and getattr(error, "phase", "") == "read":
        return "hung_up"
    if kind == "muddled" and any(words in str(error) for words in NO_OUTPUT):
        return "empty"
    return "garbage" if kind == "unknown" and _is_of_the_wire(error) else kind


def _is_of_the_wire(error: BaseException) -> bool:
    """Whether it was raised while a model's answer was read: its package trusts what it is told."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    return at is not None and str(at.tb_frame.f_globals.get("__name__", "")).startswith(WIRE)


def chain_of(error: BaseException) -> list[BaseException]:
    """What led to it, outermost first."""
    chain: list[BaseException] = []
    seen: BaseException | None = error
    while seen is not None and seen not in chain:
        chain.append(seen)
        seen = seen.__cause__ or seen.__context__
    return chain


def _redirects(error: BaseException) -> bool:
    return getattr(getattr(error, "response", None), "status_code", 0) in REDIRECTS
