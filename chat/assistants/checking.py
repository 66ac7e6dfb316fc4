"""What the doctor says of the installation's assistant."""

from django.conf import settings

from chat.assistants.assistant import HOMES
from chat.models import Provider
from kitchen.doctor import Finding


def check() -> Finding:
    """Whether it answers is not asked: that costs money, and those who run a household can try theirs."""
    if not settings.CHAT_MODEL:
        return Finding.ok("The built-in assistant answers; CHAT_MODEL names another.")
    if settings.CHAT_PROVIDER not in Provider.values:
        return Finding.fail(f"CHAT_PROVIDER must be one of {', '.join(Provider.values)}, not {settings.CHAT_PROVIDER}.")
    address = settings.CHAT_BASE_URL or HOMES[Provider(settings.CHAT_PROVIDER)]
    if not settings.CHAT_BASE_URL and not settings.CHAT_API_KEY:
        return Finding.warn(f"{settings.CHAT_MODEL} at {address} wants a key: set CHAT_API_KEY.")
    return Finding.ok(f"{settings.CHAT_MODEL} at {address} answers where a household has not chosen.")
