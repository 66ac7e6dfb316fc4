from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from accounts.models import User
from kitchen.zones import zone


class SignupForm(forms.Form):
    """What Kitchen asks beside address and password; the browser fills in the time zone."""

    name = LineField(
        label=_("Your name"),
        max_length=80,
        help_text=_("How the others in your household know you."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "autofocus": True}),
    )
    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput(attrs={"data-time-zone": ""}))
    field_order = ("name", "email", "password1")

    def clean_time_zone(self) -> str:
        """Only what this machine knows: a browser may be newer, or play tricks."""
        name: str = self.cleaned_data["time_zone"]
        return name if name and zone(name).key == name else "UTC"

    def signup(self, request: HttpRequest, user: User) -> None:
        """Asked for by allauth; the adapter has already put everything into the person's row."""
