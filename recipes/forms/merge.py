"""Two recipes side by side, and which part of each is kept."""

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import Form
from recipes.content import RecipeContent
from recipes.queries.comparing import PARTS

KEPT, GONE, BOTH = "kept", "gone", "both"
CHOICES = [(KEPT, _("The first")), (GONE, _("The second"))]
WITH_BOTH = [*CHOICES, (BOTH, _("Both together"))]
# What can be had from both: lists that grow together, and texts one below the other.
LISTS, TEXTS = ("tags", "equipment"), ("description", "notes")


@dataclass(frozen=True)
class Side:
    """A part that is other in the two: its lines on either side, and the field that asks."""

    title: str
    field: Any
    kept: list[str]
    gone: list[str]


class MergeForm(Form):
    def __init__(self, data: Any = None, *, kept: RecipeContent, gone: RecipeContent) -> None:
        super().__init__(data)
        self.kept, self.gone = kept, gone
        self.told = {name: (title, told) for name, title, told in PARTS if getattr(kept, name) != getattr(gone, name)}
        for name, (title, _told) in self.told.items():
            choices = WITH_BOTH if name in (*LISTS, *TEXTS) else CHOICES
            self.fields[name] = forms.ChoiceField(
                label=title, choices=choices, widget=forms.RadioSelect, initial=self._likelier(name), required=False
            )

    def _likelier(self, name: str) -> str:
        """What is empty on one side is taken from the other."""
        if not getattr(self.kept, name):
            return GONE
        return BOTH if name in (*LISTS, *TEXTS) and getattr(self.gone, name) else KEPT

    @property
    def sides(self) -> list[Side]:
        return [
            Side(str(title), self[name], told(getattr(self.kept, name)), told(getattr(self.gone, name)))
            for name, (title, told) in self.told.items()
        ]

    def content(self) -> RecipeContent:
        """The kept one with what was chosen of the other; what nobody chose stays."""
        chosen = {name: self._chosen(name, self.cleaned_data.get(name) or KEPT) for name in self.told}
        return replace(self.kept, **chosen)

    def _chosen(self, name: str, way: str) -> Any:
        kept, gone = getattr(self.kept, name), getattr(self.gone, name)
        if way == BOTH:
            return list(dict.fromkeys([*kept, *gone])) if name in LISTS else "\n\n".join(filter(None, (kept, gone)))
        return gone if way == GONE else kept
