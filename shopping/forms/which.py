from django import forms

from kitchen.forms import Form
from shopping.put_off import LONGEST


class WhichForm(Form):
    """Which list is looked at: none is the first one."""

    shopping_list = forms.UUIDField(required=False, widget=forms.HiddenInput)


class PutOffForm(WhichForm):
    code = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput)
