from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import Form
from shopping.models import PuttingAway


class HabitsForm(Form):
    putting_away = forms.ChoiceField(
        label=_("When things have been bought"), choices=PuttingAway, widget=forms.RadioSelect
    )
