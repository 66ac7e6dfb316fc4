from django import forms

from accounts.push.sending import Address
from kitchen.forms import Form


class BrowserForm(Form):
    """What a browser says of itself once a person let it tell them; filled in by push-setup.js."""

    endpoint = forms.CharField(widget=forms.HiddenInput, max_length=1000)
    p256dh = forms.CharField(widget=forms.HiddenInput, max_length=120)
    auth = forms.CharField(widget=forms.HiddenInput, max_length=40)

    @property
    def address(self) -> Address:
        return Address(*(self.cleaned_data[name] for name in ("endpoint", "p256dh", "auth")))


class MovedForm(BrowserForm):
    """`former` is where the browser listened before; nobody else knows it."""

    former = forms.CharField(max_length=1000)
