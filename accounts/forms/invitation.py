from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms.member import role_choices
from accounts.models import Role
from accounts.services.invitation import Terms
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id

LIFETIMES = {"1": _("one day"), "7": _("one week"), "30": _("one month")}
MOST_USES = 50


class InvitationForm(Form):
    """As what, until when, how many; sent to an address, or only shown. `id` makes a second sending the same one."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    role = forms.ChoiceField(label=_("They come as"), widget=forms.RadioSelect, initial=Role.MEMBER)
    days = forms.ChoiceField(label=_("It is good for"), choices=LIFETIMES, widget=ChoiceChips, initial="7")
    max_uses = forms.IntegerField(
        label=_("How many people"),
        min_value=1,
        max_value=MOST_USES,
        initial=1,
        help_text=_("One code or link for up to 50."),
    )
    email = forms.EmailField(
        label=_("Email address"),
        max_length=254,
        required=False,
        help_text=_("We send the link there. Without one you show or send it yourself."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any, *, of: str) -> None:
        super().__init__(data)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = role_choices(of)

    def terms(self) -> Terms:
        given = self.cleaned_data
        expires_at = timezone.now() + timedelta(days=int(given["days"]))
        return Terms(given["role"], expires_at, given["max_uses"], given["email"])
