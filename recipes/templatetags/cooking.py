"""How the text of a step is drawn: times that can be started, and what was written beside what is shown."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from recipes.queries.step_words import Piece

register = template.Library()


@register.filter
def told(pieces: Iterable[Piece], name: str = "") -> SafeString:
    """`name` is what a timer of this step is called."""
    return format_html_join("", "{}", ((drawn(piece, name),) for piece in pieces))


def drawn(piece: Piece, name: str) -> SafeString | str:
    if piece.seconds:
        timer = '<start-timer data-seconds="{}" data-name="{}">{}</start-timer>'
        return format_html(timer, piece.seconds, name, piece.text)
    if piece.written:
        return format_html(
            '<span class="figure">{}</span> <small class="written">({})</small>', piece.text, piece.written
        )
    return format_html('<span class="figure">{}</span>', piece.text) if piece.kind else piece.text
