from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, Membership, Role, StaffEntry
from kitchen.zones import zone_choices


def choose(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Make a field of a model a choice, where the form has it; what the row holds now stays one."""
    if name not in form.fields:
        return
    known, now = list(choices), form.initial.get(name)
    if now and now not in dict(known):
        known.append((now, now))
    form.fields[name] = forms.ChoiceField(label=form.fields[name].label, choices=known)


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
        fields = ("name", "emoji", "country", "currency", "time_zone", "digest_hour")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "time_zone", zone_choices())


class MembershipForm(forms.ModelForm[Membership]):
    class Meta:
        model = Membership
        fields = ("role",)

    def clean_role(self) -> str:
        role: str = self.cleaned_data["role"]
        if role != self.instance.role and Role.OWNER in (role, self.instance.role):
            raise forms.ValidationError(_("Only the owner can hand the household over."))
        return role
