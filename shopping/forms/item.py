from typing import Any

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import LineField
from kitchen.forms import Form
from kitchen.ids import new_id
from pantry.catalogue import AISLES
from shopping.forms.amount import AmountField
from shopping.models import ShoppingListItem
from shopping.wanted import amount_of

MOST_TYPED = 12_000


class LineForm(Form):
    """The quick add line. `shopping_list` is the one that it is for, else the first; `id` is the operation."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    shopping_list = forms.UUIDField(widget=forms.HiddenInput, required=False)
    line = forms.CharField(label=_("What to buy"), max_length=MOST_TYPED, strip=True)

    def sentences(self) -> list[str]:
        """What is wrong with the line; what is wrong with what nobody typed is said in one sentence."""
        hidden = any(name in self.errors for name in ("id", "shopping_list"))
        odd = [translated("This could not be saved: open the page again.")] if hidden else []
        return [*self.errors.get("line", []), *odd]


class ItemForm(Form):
    name = LineField(label=_("What to buy"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    amount = AmountField(label=_("Amount"), help_text=_("500 g, 2 tins, 3. Leave it empty if it does not matter."))
    note = LineField(label=_("Note"), max_length=300, required=False, help_text=_("Which brand, how ripe, for whom."))
    category = forms.ChoiceField(label=_("Where it stands in the shop"), required=False)

    def __init__(self, data: Any = None, *, item: ShoppingListItem) -> None:
        now = {"name": item.name, "amount": amount_of(item.quantity, item.unit), "note": item.note}
        self.aisle = str(item.category_id or "")
        super().__init__(data, initial={**now, "category": self.aisle})
        aisles = [(str(one.id), f"{one.emoji} {translated(one.name)}") for one in AISLES.values()]
        field = self.fields["category"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", translated("Everything else")), *aisles]

    def values(self) -> dict[str, Any]:
        """What the service takes; an aisle that nobody touched follows the name."""
        given = self.cleaned_data
        chosen = given["category"]
        category = int(chosen) if chosen and chosen != self.aisle else None
        return {"name": given["name"], "amount": given["amount"], "note": given["note"], "category": category}
