"""What the doctor says of the installation's assistant, and of the keys that seal households' own."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from chat.assistants.assistant import HOMES
from chat.models import Provider
from kitchen.doctor import Finding
from kitchen.sealing import seal


def check() -> Finding:
    """Whether it answers is not asked: that costs money, and those who run a household can try theirs."""
    try:
        seal("", use="check")
    except ImproperlyConfigured as error:
        return Finding.fail(str(error))
    if not settings.CHAT_MODEL:
        return Finding.ok("The built-in assistant answers; CHAT_MODEL names another.")
    if settings.CHAT_PROVIDER not in Provider.values:
        return Finding.fail(f"CHAT_PROVIDER must be one of {', '.join(Provider.values)}, not {settings.CHAT_PROVIDER}.")
    address = settings.CHAT_BASE_URL or HOMES[Provider(settings.CHAT_PROVIDER)]
    if not settings.CHAT_BASE_URL and not settings.CHAT_API_KEY:
        return Finding.warn(f"{settings.CHAT_MODEL} at {address} wants a key: set CHAT_API_KEY.")
    return Finding.ok(f"{settings.CHAT_MODEL} at {address} answers where a household has not chosen.")
