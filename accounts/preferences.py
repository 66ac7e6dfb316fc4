"""What a person prefers, typed: the JSON of `User.preferences` holds only what differs from nobody's choice."""

from dataclasses import dataclass, fields
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from accounts.models import User

DIGEST_HOUR = 7


class Theme(TextChoices):
    AUTO = "auto", _("as the device")
    LIGHT = "light", _("light")
    DARK = "dark", _("dark")


class Units(TextChoices):
    METRIC = "metric", _("metric: grams, millilitres, °C")
    US = "us", _("US: cups, ounces, °F")


class WeekStart(TextChoices):
    MONDAY = "monday", _("Monday")
    SATURDAY = "saturday", _("Saturday")
    SUNDAY = "sunday", _("Sunday")


class TextSize(TextChoices):
    NORMAL = "normal", _("normal")
    LARGE = "large", _("large")
    LARGER = "larger", _("larger")


@dataclass(frozen=True)
class Preferences:
    """One person's choices; `digest_hour` is an hour of the clock (0 to 23) in the person's time zone."""

    theme: str = Theme.AUTO.value
    text_size: str = TextSize.NORMAL.value
    units: str = Units.METRIC.value
    week_start: str = WeekStart.MONDAY.value
    digest: bool = False
    digest_hour: int = DIGEST_HOUR


NAMES = tuple(field.name for field in fields(Preferences))


def preferences_of(user: User) -> Preferences:
    """What the person chose, and the usual for the rest."""
    kept: dict[str, Any] = user.preferences
    return Preferences(**{name: kept[name] for name in NAMES if name in kept})
