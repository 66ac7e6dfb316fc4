from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.forms import Form
from recipes.forms.wanted import query_of, wanted_from

LONGEST = 2000


class SavedSearchForm(Form):
    """`query` is an address's own; whatever makes no sense in it is left out, and so is the page."""

    name = LineField(
        label=_("What shall it be called?"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Give the search a name.")},
        help_text=_("You find it among the filters. Nobody else sees it."),
    )
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST)

    def __init__(self, data: object = None, *, query: str = "", at_table: bool) -> None:
        super().__init__(data, initial={"query": query})  # type: ignore[arg-type]
        self.at_table = at_table

    def clean_query(self) -> str:
        given = QueryDict(self.cleaned_data["query"].encode())
        return query_of(wanted_from(given, at_table=self.at_table))
