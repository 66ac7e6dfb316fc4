"""What a person prefers, typed: the JSON of `User.preferences` holds only what differs from nobody's choice."""

from dataclasses import dataclass, field, fields
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from accounts.models import User


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
    """One person's choices. `digest`: a mail each day; `digest_off` are codes of households they are not told of;
    `trips`: a message when somebody goes shopping.
    """

    theme: str = Theme.AUTO.value
    text_size: str = TextSize.NORMAL.value
    units: str = Units.METRIC.value
    week_start: str = WeekStart.MONDAY.value
    digest: bool = False
    trips: bool = True
    digest_off: list[str] = field(default_factory=list)


NAMES = tuple(one.name for one in fields(Preferences))


def preferences_of(user: User) -> Preferences:
    """What the person chose, and the usual for the rest."""
    return read_preferences(user.preferences)


def read_preferences(kept: dict[str, Any]) -> Preferences:
    """Out of the row's JSON; what an older version kept there is left out."""
    return Preferences(**{name: kept[name] for name in NAMES if name in kept})
