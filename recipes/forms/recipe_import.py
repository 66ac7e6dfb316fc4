from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kitchen.forms import Form, ManyFilesField
from kitchen.ids import new_id
from recipes.importers.files.columns import FIELDS, Columns
from recipes.incoming import from_files, from_page, from_text
from recipes.models import ImportWay
from recipes.services.import_batch import Brought

LONGEST_TEXT, LONGEST_PAGE = 2_000_000, 8_000_000
NAMES = {
    "title": lazy("Name of the dish"),
    "ingredients": lazy("Ingredients"),
    "steps": lazy("Steps"),
    "description": lazy("In a few words"),
    "servings": lazy("Servings"),
    "prep": lazy("Preparation time"),
    "cook": lazy("Cooking time"),
    "rest": lazy("Waiting time"),
    "total": lazy("Whole time"),
    "difficulty": lazy("Difficulty"),
    "image": lazy("Picture"),
    "url": lazy("Link"),
    "source": lazy("Source"),
    "author": lazy("Author"),
    "cuisine": lazy("Cuisine"),
    "category": lazy("Course"),
    "tags": lazy("Tags"),
    "collections": lazy("Collections"),
    "equipment": lazy("Equipment"),
    "notes": lazy("Notes"),
    "rating": lazy("Stars"),
    "favourite": lazy("Favourite"),
    "created": lazy("Written down on"),
    "nutrition": lazy("Nutrition"),
    "calories": lazy("Calories"),
}
NEEDED = ("title", "ingredients")
# What is asked at once; the rest can be unfolded.
FIRST = (*NEEDED, "steps")


class ImportForm(Form):
    """One box: addresses, a text, or files; files go first where there are both."""

    operation = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    what = forms.CharField(
        label=lazy("Address, several of them, or a recipe"),
        max_length=LONGEST_TEXT,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "input", "autocomplete": "off", "spellcheck": "false"}),
    )
    uploads = ManyFilesField(label=lazy("Files"), required=False, allow_empty_file=True)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not given["uploads"] and not given["what"].strip():
            self.add_error("what", lazy("Paste an address or a recipe, or choose files."))
        return given

    def brought(self) -> tuple[ImportWay, list[Brought]]:
        """A refusal belongs to the way that was taken."""
        if self.cleaned_data["uploads"]:
            return ImportWay.UPLOADS, from_files(self.cleaned_data["uploads"])
        return from_text(self.cleaned_data["what"])


class PageForm(Form):
    """A page that a browser handed over, and where it says that it is from."""

    operation = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    url = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)
    html = forms.CharField(
        max_length=LONGEST_PAGE,
        strip=False,
        widget=forms.Textarea(attrs={"hidden": True}),
        error_messages={"required": lazy("No page has arrived yet.")},
    )

    def brought(self) -> list[Brought]:
        given = self.cleaned_data
        is_address = urlsplit(given["url"]).scheme in {"http", "https"}
        return from_page(given["html"], given["url"] if is_address else "")


class ColumnsForm(Form):
    """Which column of a table is what: a choice for each thing that a recipe may say."""

    def __init__(self, data: Any = None, *, columns: Columns) -> None:
        super().__init__(data)
        choices = [("", lazy("not in this table")), *((str(at), name) for at, name in enumerate(columns.names))]
        for name in FIELDS:
            self.fields[name] = forms.ChoiceField(
                label=NAMES.get(name, name),
                choices=choices,
                required=name in NEEDED,
                initial=str(columns.mapping.get(name, "")),
                error_messages={"required": lazy("Say in which column this is.")},
            )

    def mapping(self) -> dict[str, int]:
        return {name: int(value) for name, value in self.cleaned_data.items() if value}

    def first(self) -> list[Any]:
        return [self[name] for name in FIELDS if name in FIRST]

    def others(self) -> list[Any]:
        return [self[name] for name in FIELDS if name not in FIRST]
