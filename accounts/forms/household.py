from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from accounts.models import Household, User
from accounts.places import country_choices, currency_choices, place_of, zone_groups
from accounts.queries.member import MemberLine
from accounts.services.household import SETTINGS
from kitchen.forms import ChoiceChips, Form
from kitchen.visible import one_line

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]
EMOJI = ["🥣", "🏡", "🏢", "🍳", "🥗", "🍝", "🥖", "🍲", "🫖", "🧁", "🌿", "🍋", "🥕", "🐝", "🐈", "⛵"]


class HouseholdForm(Form):
    """Name and place of a household: an existing one's, or guessed from where its maker is."""

    name = LineField(
        label=_("Name"),
        max_length=60,
        help_text=_("What the people in it call it: a street, a surname, “the flat”."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    emoji = forms.ChoiceField(label=_("Picture"), widget=ChoiceChips)
    country = forms.ChoiceField(label=_("Country"), required=False, help_text=_("For shops, foods and their names."))
    currency = forms.ChoiceField(label=_("Currency"), help_text=_("What prices and shared costs are counted in."))
    time_zone = forms.ChoiceField(label=_("Time zone"), help_text=_("When “today” begins and ends in this kitchen."))

    digest_hour = forms.TypedChoiceField(
        label=_("The day is told at"),
        choices=HOURS,
        coerce=int,
        help_text=_("What to eat first, for everybody here who wants it: each chooses in their own preferences."),
    )

    def __init__(self, data: Any = None, *, household: Household | None = None, maker: User | None = None) -> None:
        super().__init__(data, initial=_of(household) if household else _guess(maker))
        # A new household begins with the usual hour; a page from before there was one does not say any.
        if household is None or (data is not None and "digest_hour" not in data):
            del self.fields["digest_hour"]
        now = dict(self.initial)
        _choose(self, "emoji", [(one, one) for one in dict.fromkeys((now["emoji"], *EMOJI))])
        _choose(self, "country", [("", _("another, or rather not say")), *country_choices()])
        _choose(self, "currency", currency_choices())
        _choose(self, "time_zone", zone_groups(now["time_zone"]))


def _of(household: Household) -> dict[str, Any]:
    return {name: getattr(household, name) for name in SETTINGS}


def _guess(maker: User | None) -> dict[str, Any]:
    place = place_of(maker.time_zone if maker else "UTC")
    return {"emoji": EMOJI[0], "country": place.country, "currency": place.currency, "time_zone": place.time_zone}


def _choose(form: Form, name: str, choices: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


class DeleteHouseholdForm(Form):
    """The name typed again: what goes with the household does not come back."""

    typed = LineField(label=_("The household's name"), widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, data: Any, household: Household) -> None:
        super().__init__(data)
        self.household = household

    def clean_typed(self) -> str:
        typed: str = self.cleaned_data["typed"]
        if typed.casefold() != one_line(self.household.name).casefold():
            raise forms.ValidationError(_("This is not the household's name."))
        return typed


class HandOverForm(Form):
    """`membership` is the id of one of `heirs`."""

    membership = forms.ChoiceField(label=_("New owner"), widget=forms.RadioSelect)

    def __init__(self, data: Any, heirs: list[MemberLine]) -> None:
        super().__init__(data)
        self.heirs = {str(line.membership.pk): line.membership for line in heirs}
        _choose(self, "membership", [(str(line.membership.pk), line.face.name) for line in heirs])

    def clean_membership(self) -> Any:
        return self.heirs[self.cleaned_data["membership"]]
