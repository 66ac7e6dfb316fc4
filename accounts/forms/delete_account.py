from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from kitchen.forms import Form


class DeleteAccountForm(Form):
    """Typing one's own address is the brake: a slipped click deletes nothing."""

    email = forms.CharField(
        label=_("Type your email address to confirm"),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self) -> str:
        typed: str = self.cleaned_data["email"].strip()
        if typed.lower() != self.user.email.lower():
            raise forms.ValidationError(_("This is not the address of your account."))
        return typed
