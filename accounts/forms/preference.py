from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from accounts.preferences import Preferences, TextSize, Theme, Units, WeekStart
from kitchen.forms import ChoiceChips, Form, ManyChips, Switch

# One household needs no choice among households.
SEVERAL = 2


class AnyOf(forms.MultipleChoiceField):
    """None of them is an answer as well, and so the field is not called optional."""

    def validate(self, value: list[str]) -> None:
        if value:
            super().validate(value)


class PreferenceForm(Form):
    """The typed door to `User.preferences`; of the digest, `told` are codes of households where the row has the others.

    `asked` says that the page showed households at all: an older page, sent again, switches none of them off.
    """

    theme = forms.ChoiceField(label=_("Colours"), choices=Theme, widget=ChoiceChips)
    text_size = forms.ChoiceField(label=_("Size of text"), choices=TextSize, widget=ChoiceChips)
    units = forms.ChoiceField(label=_("Amounts in"), choices=Units, widget=ChoiceChips)
    week_start = forms.ChoiceField(label=_("The week starts on"), choices=WeekStart, widget=ChoiceChips)
    digest = forms.BooleanField(
        label=_("A mail each day"),
        required=False,
        widget=Switch,
        help_text=_("What to eat first, and what you could cook with it. On days with nothing to tell, none comes."),
    )
    trips = forms.BooleanField(
        label=_("A message when somebody goes shopping"),
        required=False,
        widget=Switch,
        help_text=_("In your browsers: who goes, with which list, and when they are done."),
    )
    told = AnyOf(label=_("Of these kitchens, by mail and in your browsers"), widget=ManyChips)
    asked = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def __init__(self, data: Any, chosen: Preferences, memberships: Sequence[Membership]) -> None:
        here = {one.household.code: one.household for one in memberships if not one.is_guest}
        told = [code for code in here if code not in chosen.digest_off]
        super().__init__(data, initial={**vars(chosen), "told": told})
        self.chosen = chosen
        self.codes = list(here)
        choices = [(code, f"{household.emoji} {household.name}") for code, household in here.items()]
        self.fields["told"].choices = choices  # type: ignore[attr-defined]
        if len(here) < SEVERAL and not here.keys() & chosen.digest_off:
            del self.fields["told"], self.fields["asked"]

    def values(self) -> dict[str, Any]:
        """The cleaned values, plain JSON."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("told", "asked")}
        return {**said, "digest_off": self._off()}

    def _off(self) -> list[str]:
        if not self.cleaned_data.get("asked"):
            return [code for code in self.chosen.digest_off if code in self.codes]
        return [code for code in self.codes if code not in self.cleaned_data["told"]]
