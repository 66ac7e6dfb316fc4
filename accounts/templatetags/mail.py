"""Says where a mail went when nobody delivers it."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def mail_is_printed() -> bool:
    """Whether mails are printed in the terminal where this Kitchen runs, instead of sent."""
    return settings.MODE == "local" and settings.EMAIL_BACKEND.endswith("console.EmailBackend")
