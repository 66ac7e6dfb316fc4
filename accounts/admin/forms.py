from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, Membership, Role, StaffEntry
from kitchen.zones import zone_choices


class EnterForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you need to look inside?"),
        max_length=StaffEntry._meta.get_field("reason").max_length,
        help_text=_("The people of the household read this sentence in their feed."),
        widget=forms.TextInput(attrs={"class": "vTextField", "autofocus": True}),
        error_messages={"required": _("Say why you enter this household.")},
    )


class HouseholdForm(forms.ModelForm[Household]):
    class Meta:
        model = Household
        fields = ("name", "emoji", "country", "currency", "time_zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "time_zone" in self.fields:
            self.fields["time_zone"] = forms.ChoiceField(label=self.fields["time_zone"].label, choices=zone_choices)


class MembershipForm(forms.ModelForm[Membership]):
    class Meta:
        model = Membership
        fields = ("role",)

    def clean_role(self) -> str:
        role: str = self.cleaned_data["role"]
        if role != self.instance.role and Role.OWNER in (role, self.instance.role):
            raise forms.ValidationError(_("Only the owner can hand the household over."))
        return role
