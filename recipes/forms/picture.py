from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accounts.forms.line import LineField
from kitchen.errors import DomainError
from kitchen.forms import Form, ManyFiles, ManyFilesField
from recipes.pictures import Shown, shown
from recipes.services.picture import LONGEST_ALT

MOST_AT_ONCE = 10


class PicturesField(ManyFilesField):
    """Pictures as they are kept, made small here, before anything is locked; a refusal says which is none."""

    def __init__(self, **options: Any) -> None:
        widget = ManyFiles(attrs={"accept": "image/*"})
        help_text = lazy("Photos from the phone or files. The first one is shown on its card.")
        super().__init__(**{"label": lazy("Pictures"), "widget": widget, "help_text": help_text, **options})

    def clean(self, data: Any, initial: Any = None) -> list[Shown]:
        given = super().clean(data, initial)
        if len(given) > MOST_AT_ONCE:
            raise forms.ValidationError(_("At most %(most)s pictures come in at once.") % {"most": MOST_AT_ONCE})
        try:
            return [shown(one.read()) for one in given]
        except DomainError as error:
            raise error.as_validation() from error


class PicturesForm(Form):
    pictures = PicturesField(error_messages={"required": lazy("Choose a picture first.")})


class AltForm(Form):
    """What is to be seen on it, for those who do not see it."""

    alt = LineField(label=lazy("What is to be seen"), max_length=LONGEST_ALT, required=False)
