from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.preferences import TextSize, Theme, Units, WeekStart
from kitchen.forms import ChoiceChips, Form, Switch

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]


class PreferenceForm(Form):
    """The typed door to `User.preferences`: its fields are those of `Preferences`."""

    theme = forms.ChoiceField(label=_("Colours"), choices=Theme, widget=ChoiceChips)
    text_size = forms.ChoiceField(label=_("Size of text"), choices=TextSize, widget=ChoiceChips)
    units = forms.ChoiceField(label=_("Amounts in"), choices=Units, widget=ChoiceChips)
    week_start = forms.ChoiceField(label=_("The week starts on"), choices=WeekStart, widget=ChoiceChips)
    digest = forms.BooleanField(
        label=_("A mail each day"),
        required=False,
        widget=Switch,
        help_text=_("What must be eaten, and what the others did. It starts with your pantry."),
    )
    digest_hour = forms.TypedChoiceField(label=_("At"), choices=HOURS, coerce=int)

    def chosen(self) -> dict[str, Any]:
        """The cleaned values, plain JSON."""
        return {name: self.cleaned_data[name] for name in self.fields}
