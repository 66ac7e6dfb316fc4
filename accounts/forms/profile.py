from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from accounts.models import User
from kitchen.forms import ModelForm
from kitchen.zones import zone_choices


class ProfileForm(ModelForm):
    class Meta:
        model = User
        fields = ("name", "username", "time_zone", "language")
        field_classes = {"name": LineField}
        labels = {"name": _("Your name"), "username": _("Username")}
        help_texts = {
            "name": _("How the others in your household know you."),
            "username": _("A short name of your own. You can leave it empty."),
            "time_zone": _("For the hours of your digest and for pages outside a household."),
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "username": forms.TextInput(
                attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
            ),
            "language": forms.Select(choices=settings.LANGUAGES),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        zones = zone_choices()
        if self.instance.time_zone not in dict(zones):
            zones = [(self.instance.time_zone, self.instance.time_zone), *zones]
        self.fields["time_zone"] = forms.ChoiceField(
            label=self.fields["time_zone"].label, help_text=self.fields["time_zone"].help_text, choices=zones
        )
        self.fields["language"] = forms.ChoiceField(label=self.fields["language"].label, choices=settings.LANGUAGES)

    def clean_username(self) -> str | None:
        """No username is NULL: two people without one do not collide."""
        return self.cleaned_data["username"] or None
