from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import Form
from kitchen.ids import new_id


class HouseholdFileForm(Form):
    """What is in it is judged when it is read."""

    operation = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    file = forms.FileField(
        label=_("File of a household"),
        help_text=_("The zip that Kitchen made, here or elsewhere."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
        error_messages={"required": _("Choose the file.")},
    )
