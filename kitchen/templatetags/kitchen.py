"""`{% icon %}`, `{% dom_id %}` and what the head of every page links."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.contrib.staticfiles import finders
from django.db.models import Model
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kitchen import stylesheets as sheets
from kitchen.tones import tone_of

register = template.Library()

UNDO = "undo:"


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A line drawing of the sprite. Beside a word it is silent; alone it needs its `label`."""
    return _icon(name, str(label)) if not settings.DEBUG else _icon.__wrapped__(name, str(label))


@lru_cache(maxsize=2_000)
def _icon(name: str, label: str) -> SafeString:
    said = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="icon" width="24" height="24" viewBox="0 0 24 24" {}><use href="{}#{}"></use></svg>',
        said,
        static("icons/sprite.svg"),
        name,
    )


@register.simple_tag
def dom_id(*parts: Any) -> str:
    """The one way to an id: `recipe_0192…_steps` for a row and a suffix, words joined by `_` else."""
    return "_".join(_word(part) for part in parts if part not in (None, ""))


def _word(part: Any) -> str:
    if isinstance(part, Model):
        return f"{part._meta.model_name}_{part.pk or 'new'}"
    return str(part).replace(".", "_").replace(" ", "_")


@register.simple_tag
def stylesheets() -> SafeString:
    return _stylesheets(sheets.linked())


@cache
def _stylesheets(names: tuple[str, ...]) -> SafeString:
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', ((static(name),) for name in names))


@register.simple_tag
def module_preloads() -> SafeString:
    """What main.js imports is asked for at once, not one after the other, and after the styles: those show the page."""
    return _module_preloads(_shell_modules() if not settings.DEBUG else _shell_modules.__wrapped__())


@cache
def _module_preloads(names: tuple[str, ...]) -> SafeString:
    link = '<link rel="modulepreload" href="{}" fetchpriority="low">'
    return format_html_join("\n", link, ((static(name),) for name in names))


@cache
def _shell_modules() -> tuple[str, ...]:
    root = finders.find("js/main.js")
    folder = Path(root).parent / "shell" if isinstance(root, str) else Path()
    own = (f"js/shell/{path.name}" for path in sorted(folder.glob("*.js")))
    return ("js/live-socket.js", "js/live-patch.js", *own)


@register.filter
def undo_url(message: Message) -> str:
    """Where the message's undo is posted: `messages.success(request, text, extra_tags=f"undo:{url}")`, else ""."""
    tags = (message.extra_tags or "").split()
    return next((tag.removeprefix(UNDO) for tag in tags if tag.startswith(UNDO)), "")


@register.filter
def same(one: object, other: object) -> bool:
    """For the arguments of an `{% include %}`, which take filters and no comparisons."""
    return one == other


@register.filter
def starts_with_any(text: str | None, starts: str) -> bool:
    """Whether `text` begins with one of the words of `starts`."""
    return (text or "").startswith(tuple(starts.split()))


@register.filter
def shown_household(request: Any) -> Any:
    """Whose rooms the navigation leads to: the household of the URL, on a person's own pages their first, or none."""
    here = getattr(request, "household", None)
    memberships = getattr(request, "memberships", None)
    return here or (memberships[0].household if memberships else None)


@register.filter
def tone(person: Any) -> int:
    """The glaze of a person's avatar, 1 to 6: the same on every page."""
    return tone_of(person.pk) if person.pk else 1


@register.filter
def times(number: int) -> range:
    return range(int(number))


@register.filter
def button_kind(tags: list[str] | None) -> str:
    """What django-allauth's tags of a button mean here: primary unless they say otherwise."""
    given = set(tags or [])
    kinds = (("danger", "danger-quiet"), ("link", "quiet"), ("minor", "quiet"), ("outline", ""), ("secondary", ""))
    return next((kind for tag, kind in kinds if tag in given), "primary")


@register.filter
def look(bound_field: Any) -> str:
    """How elements/field.html lays a field out: line, box, tick, switch, choice, chips, file, secret or hidden."""
    widget = bound_field.field.widget
    named = getattr(widget, "look", "")
    return named or LOOKS.get(type(widget).__name__, "line")


LOOKS = {
    "Textarea": "box",
    "CheckboxInput": "tick",
    "RadioSelect": "choice",
    "CheckboxSelectMultiple": "choice",
    "FileInput": "file",
    "ClearableFileInput": "file",
    "PasswordInput": "secret",
    "Select": "select",
    "NullBooleanSelect": "select",
}
