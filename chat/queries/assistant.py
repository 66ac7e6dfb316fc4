"""Which assistant a household has, and how it is told to people."""

from dataclasses import replace

from django.conf import settings

from accounts.models import Household
from chat.assistants import Assistant, builtin
from chat.models import AssistantSettings, ModelSource, Provider
from kitchen.sealing import SealError, open_sealed

SEALED_FOR = "chat.assistant"


def settings_of(household: Household) -> AssistantSettings:
    """The household's row, or one that is as if nothing had been chosen."""
    if Household._meta.get_field("assistant").is_cached(household):
        return getattr(household, "assistant", None) or AssistantSettings(household=household)
    return AssistantSettings.objects.filter(household=household).first() or AssistantSettings(household=household)


def assistant_of(household: Household) -> Assistant:
    """Who answers in this household now."""
    return chosen(settings_of(household), household)


def shown_assistant(household: Household) -> Assistant:
    """The same as pages tell it: without the key."""
    return replace(assistant_of(household), key="")


def chosen(row: AssistantSettings, household: Household) -> Assistant:
    if row.source == ModelSource.OWN and row.model:
        return _own(row, household)
    if row.source == ModelSource.INSTALLATION and settings.CHAT_MODEL:
        return _installations(row, household)
    return builtin(household.currency)


def installation_has() -> str:
    """The model that this installation offers to all, "" where it is the built-in assistant."""
    return str(settings.CHAT_MODEL)


def _own(row: AssistantSettings, household: Household) -> Assistant:
    return Assistant(
        ModelSource.OWN,
        row.model,
        provider=row.provider,
        base_url=row.base_url,
        key=key_of(row),
        input_price=row.input_price,
        output_price=row.output_price,
        currency=household.currency,
        daily_tokens=row.daily_tokens,
    )


def _installations(row: AssistantSettings, household: Household) -> Assistant:
    return Assistant(
        ModelSource.INSTALLATION,
        settings.CHAT_MODEL,
        # Another word is the operator's slip, which the doctor tells; nobody's page breaks for it.
        provider=settings.CHAT_PROVIDER if settings.CHAT_PROVIDER in Provider.values else Provider.OPENAI,
        base_url=settings.CHAT_BASE_URL,
        key=settings.CHAT_API_KEY,
        currency=household.currency,
        daily_tokens=row.daily_tokens,
    )


def key_of(row: AssistantSettings) -> str:
    """Empty where none was given, and where it cannot be opened any more: the model then says that it takes none."""
    if not row.sealed_key:
        return ""
    try:
        return open_sealed(row.sealed_key, use=SEALED_FOR)
    except SealError:
        return ""
