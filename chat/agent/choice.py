"""Which model answers: the built-in assistant, unless the operator has named another."""

from django.conf import settings
from django.utils.translation import gettext as _
from pydantic_ai.models import Model

from chat.agent.builtin.model import builtin_model
from chat.agent.deps import Kitchen
from kitchen.errors import DomainError


def chosen_model(kitchen: Kitchen) -> Model:
    return _named_model() if settings.ASSISTANT_MODEL else builtin_model(kitchen)


def _named_model() -> Model:
    """A model behind an OpenAI-compatible address. Its client is not part of the plain installation."""
    try:
        from pydantic_ai.models.openai import OpenAIChatModel
        from pydantic_ai.providers.openai import OpenAIProvider
    except ImportError as error:
        raise DomainError(
            _("The model “%(name)s” needs the Python package “openai”; the built-in assistant does not.")
            % {"name": settings.ASSISTANT_MODEL}
        ) from error
    provider = OpenAIProvider(
        base_url=settings.ASSISTANT_BASE_URL or None, api_key=settings.ASSISTANT_API_KEY or "none"
    )
    return OpenAIChatModel(settings.ASSISTANT_MODEL, provider=provider)
