import re

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def marked(text: str, wanted: str) -> SafeString:
    """`text`, escaped, with every word of `wanted` inside `<mark>`."""
    words = sorted(wanted.split(), key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, words))})", str(text), flags=re.IGNORECASE) if words else [str(text)]
    # The split alternates between what did not match and what did.
    return format_html_join("", "{}", ((_part(part, matched=at % 2 == 1),) for at, part in enumerate(parts)))


def _part(part: str, *, matched: bool) -> SafeString | str:
    return format_html_join("", "<mark>{}</mark>", [(part,)]) if matched else part
