"""What the page of a household's assistant tells: who answers, where, for how much, and whether it does."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.models import Household
from chat.assistants import Assistant
from chat.models import AssistantSettings
from chat.queries.assistant import chosen, settings_of
from chat.queries.usage import tokens_today

# A trial has ended long before, or whoever tried it is gone.
PATIENCE = timedelta(seconds=60)


@dataclass(frozen=True)
class AssistantPage:
    """`state` of the trial is "", running, good, bad or lost. The assistant comes without its key."""

    household: Household
    assistant: Assistant
    settings: AssistantSettings
    state: str
    facts: list[tuple[Any, Any]]


def page_of(household: Household) -> AssistantPage:
    row = settings_of(household)
    assistant = replace(chosen(row, household), key="")
    return AssistantPage(household, assistant, row, _state(row), _facts(row, assistant, household))


def _state(row: AssistantSettings) -> str:
    if row.tried_at is None:
        return ""
    if row.tried_well is not None:
        return "good" if row.tried_well else "bad"
    return "running" if timezone.now() - row.tried_at < PATIENCE else "lost"


def _facts(row: AssistantSettings, assistant: Assistant, household: Household) -> list[tuple[Any, Any]]:
    changes = (_("Changes"), row.get_approvals_display())
    if assistant.is_builtin:
        return [changes, (_("Costs"), _("nothing"))]
    facts = [(_("Model"), assistant.model), (_("Address"), assistant.address), changes]
    if assistant.own:
        facts.append((_("Key"), _("kept, encrypted") if row.sealed_key else _("none")))
    facts.append((_("Price of a million tokens"), _prices(assistant)))
    facts.append((_("Tokens today"), _today(row, household)))
    return facts


def _prices(assistant: Assistant) -> str:
    if assistant.input_price is None or assistant.output_price is None:
        return _("not said, so that nobody knows the cost")
    told = {"read": _price(assistant.input_price), "written": _price(assistant.output_price)}
    return _("%(read)s read, %(written)s written (%(currency)s)") % {**told, "currency": assistant.currency}


def _price(price: Decimal) -> str:
    return number_format(price.normalize(), decimal_pos=max(2, -int(price.normalize().as_tuple().exponent)))


def _today(row: AssistantSettings, household: Household) -> str:
    taken = number_format(tokens_today(household), force_grouping=True)
    if row.daily_tokens is None:
        return _("%(taken)s, with no limit") % {"taken": taken}
    limit = number_format(row.daily_tokens, force_grouping=True)
    return _("%(taken)s of %(limit)s") % {"taken": taken, "limit": limit}
