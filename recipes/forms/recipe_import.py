from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kitchen.forms import Form, ManyFilesField
from recipes.importers import Reading
from recipes.incoming import read_address, read_text, read_uploads

ADDRESS, TEXT, UPLOADS = "address", "text", "uploads"
LONGEST_TEXT = 2_000_000
ASKED = {ADDRESS: lazy("Paste the address of a page."), TEXT: lazy("Paste a recipe."), UPLOADS: lazy("Choose a file.")}


class ImportForm(Form):
    """Three ways in; `way` says which of them was taken."""

    way = forms.ChoiceField(choices=[(way, way) for way in ASKED])
    address = forms.CharField(
        label=lazy("Address of the page"),
        max_length=2000,
        required=False,
        widget=forms.TextInput(
            attrs={"inputmode": "url", "autocomplete": "off", "placeholder": "https://example.org/soup"}
        ),
    )
    text = forms.CharField(
        label=lazy("Recipe or page"),
        max_length=LONGEST_TEXT,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    uploads = ManyFilesField(label=lazy("Files"), required=False, allow_empty_file=True)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        way = given.get("way", "")
        if way in ASKED and not self.has_error(way) and not (given[way].strip() if way != UPLOADS else given[way]):
            self.add_error(way, ASKED[way])
        return given

    def read(self) -> Reading:
        """What is in that which was brought; a refusal belongs to the way that was taken."""
        given = self.cleaned_data
        match given["way"]:
            case "address":
                return read_address(given["address"])
            case "text":
                return read_text(given["text"])
        return read_uploads(given["uploads"])
