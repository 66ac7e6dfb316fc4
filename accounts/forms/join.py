import re

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.queries.invitation import code_as_kept
from kitchen.forms import CodeInput, Form

LINK = re.compile(r"/join/([\w-]{10,48})/?")


class JoinForm(Form):
    """A code as it was read aloud, or the whole link pasted."""

    code = forms.CharField(
        label=_("Invitation code"),
        max_length=300,
        help_text=_("Ten letters and digits, as in k7mqp-3xw9a. A pasted link works as well."),
        widget=CodeInput(attrs={"autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        link = LINK.search(typed)
        code = link.group(1) if link else code_as_kept(typed)
        if not code:
            raise forms.ValidationError(_("A code has ten letters and digits: look again."))
        return code
