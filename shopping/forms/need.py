from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kitchen.forms import ChoiceChips, DecimalInput, Form
from kitchen.ids import new_id
from shopping.queries.need import NeedPage
from shopping.queries.need_several import SeveralPage

MOST_SERVINGS = Decimal(1000)


class ServingsForm(Form):
    """For how many a dish is counted; the recipe's own number where nothing sensible is said."""

    servings = forms.DecimalField(
        label=_("Servings"),
        min_value=Decimal("0.25"),
        max_value=MOST_SERVINGS,
        max_digits=6,
        decimal_places=2,
        required=False,
        widget=DecimalInput,
    )

    def said(self) -> Decimal | None:
        value: Decimal | None = self.cleaned_data.get("servings") if self.is_valid() else None
        return value


class NeedForm(ServingsForm):
    """What of a dish goes on which list. `looked` says that the lines were seen: then only `chosen` ones are added."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    looked = forms.BooleanField(widget=forms.HiddenInput, required=False)
    chosen = forms.TypedMultipleChoiceField(coerce=UUID, required=False)
    shopping_list = forms.ChoiceField(label=_("On which list"), required=False, widget=ChoiceChips)
    field_order = ("id", "looked", "servings", "chosen", "shopping_list")

    def __init__(self, data: Any = None, *, page: NeedPage) -> None:
        first = str(page.lists[0].pk) if page.lists else ""
        super().__init__(data, initial={"id": new_id(), "looked": True, "shopping_list": first})
        offer(self, "shopping_list", [(str(one.pk), f"{one.emoji} {one.name}") for one in page.lists])
        offer(self, "chosen", [(str(line.id), "") for line in page.lines])

    @property
    def chosen_ids(self) -> list[UUID] | None:
        """None where nobody looked at the lines."""
        return self.cleaned_data["chosen"] if self.cleaned_data["looked"] else None

    @property
    def operation(self) -> UUID | None:
        return self.deed() if self.cleaned_data["id"] else None


class SeveralForm(Form):
    """What of several dishes goes on which list: the lines that were seen and stay chosen."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    chosen = forms.TypedMultipleChoiceField(coerce=UUID, required=False)
    shopping_list = forms.ChoiceField(label=_("On which list"), required=False, widget=ChoiceChips)

    def __init__(self, data: Any = None, *, page: SeveralPage) -> None:
        super().__init__(data, initial={"shopping_list": str(page.lists[0].pk) if page.lists else ""})
        offer(self, "shopping_list", [(str(one.pk), f"{one.emoji} {one.name}") for one in page.lists])
        offer(self, "chosen", [(str(line.id), "") for line in page.lines])


def offer(form: Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
