"""What somebody decides before a dish is written down as cooked: which lots go, what is left, when it was."""

from datetime import datetime, time
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import TextField
from kitchen.errors import DomainError
from kitchen.forms import ChoiceChips, DateInput, Form
from kitchen.ids import new_id
from kitchen.zones import zone
from pantry.forms.stock import AmountField
from pantry.models import Place
from pantry.queries.day import today_in
from pantry.services.new_lots import NewLot
from recipes.forms.cooking_lot import CookingLotForm
from recipes.models import RecipeCooking
from recipes.queries.cook_log import cooking_by
from recipes.queries.cooking_plan import CookingPlan, PlannedLine
from recipes.queries.leftovers import kept_until, leftover_lot
from recipes.queries.scaling import plainly
from recipes.services.cooking import LONGEST_NOTE, CookedMeanwhile, Plan

GONE = _("Something that was ticked has been used up meanwhile: look at the list again, then save.")
LOOK = _("Correct what is marked below.")
NOT_YET = _("This day has not come yet.")
TOO_MANY = _("So many portions nobody has left.")
MOST_PORTIONS = 200
NOON = time(12)
# Marks of the page, not words of whoever fills it in.
OWN_MARKS = ("csrfmiddlewaretoken", "operation")
SHOWN, TAKEN = "-there", "-take"


class CookingForm(Form):
    """The whole look at what cooking takes, with a row for each lot. `newest` is what the page knew of the log."""

    operation = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    newest = forms.CharField(widget=forms.HiddenInput, required=False, max_length=36)
    left = AmountField(label=_("Portions left over"), required=False, help_text=_("Empty where nothing is left."))
    place = forms.TypedChoiceField(label=_("Where they go"), widget=ChoiceChips, coerce=UUID, required=False)
    use_by = forms.DateField(
        label=_("To be eaten by"),
        required=False,
        widget=DateInput,
        help_text=_("Empty for the estimate that stands with the place."),
    )
    cooked_on = forms.DateField(label=_("Cooked on"), required=False, widget=DateInput)
    note = TextField(label=_("Note"), required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: QueryDict | None, *, plan: CookingPlan, places: list[Place]) -> None:
        super().__init__(data)
        self.sent = data or QueryDict()
        self.shown, self.places = plan, {place.pk: place for place in places}
        self.household = plan.recipe.household
        self.today = today_in(self.household)
        self.lines: list[tuple[PlannedLine, list[CookingLotForm]]] = [
            (line, [CookingLotForm(data, line, lot) for lot in line.lots]) for line in plan.to_take
        ]
        field: Any = self.fields["place"]
        field.choices = [(str(place.pk), kept_until(place, self.today)) for place in places]
        first = next((place for place in places if place.storage == "fridge"), places[0])
        self.initial = {"newest": plan.newest, "place": str(first.pk), "cooked_on": self.today}

    @property
    def servings_asked(self) -> str:
        return plainly(self.shown.servings.wanted)

    @property
    def rows(self) -> list[CookingLotForm]:
        return [row for _line, rows in self.lines for row in rows]

    @cached_property
    def deed(self) -> UUID:  # type: ignore[override]
        """From all that was sent, as it was sent: what lies on the shelves now may be something else."""
        said = sorted((name, self.sent.getlist(name)) for name in self.sent if name not in OWN_MARKS)
        return uuid5(self.cleaned_data["operation"], repr(said))

    @cached_property
    def again(self) -> RecipeCooking | None:
        return cooking_by(self.household, self.deed) if self.cleaned_data.get("operation") else None

    def clean_left(self) -> Decimal | None:
        given = self.cleaned_data["left"]
        if given and (given[0] > MOST_PORTIONS or given[1] not in ("", "portion")):
            raise forms.ValidationError(TOO_MANY)
        return given[0] if given else None

    def clean_cooked_on(self) -> Any:
        given = self.cleaned_data["cooked_on"]
        if given and given > self.today:
            raise forms.ValidationError(NOT_YET)
        return given

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.again is None:
            if not all([row.is_valid() for row in self.rows if row.is_bound]):  # noqa: C419 - each says what is wrong
                self.add_error(None, LOOK)
            here = {str(row.prefix) for row in self.rows}
            ticked = {name.removesuffix(TAKEN) for name in self.data if name.endswith(TAKEN)}
            if any(prefix not in here for prefix in ticked if f"{prefix}{SHOWN}" in self.data):
                self.add_error(None, GONE)
        return given

    def refuse(self, error: DomainError) -> None:
        """What somebody else has written down meanwhile is known from now on."""
        if isinstance(error, CookedMeanwhile):
            known = self.sent.copy()
            known["newest"] = self.shown.newest
            self.data = known
        super().refuse(error)

    def plan(self) -> Plan:
        given = self.cleaned_data
        return Plan(
            servings=self.shown.servings.wanted.quantize(Decimal("0.01")),
            uses=() if self.again else tuple(use for row in self.rows if row.is_bound and (use := row.use)),
            leftovers=self._leftovers(),
            note=given["note"],
            cooked_at=self._when(),
            newest=given["newest"],
        )

    def _leftovers(self) -> NewLot | None:
        given = self.cleaned_data
        if not given["left"]:
            return None
        place = self.places[given["place"]] if given["place"] else next(iter(self.places.values()))
        return leftover_lot(self.shown.recipe, given["left"], place, self.today, use_by=given["use_by"])

    def _when(self) -> datetime:
        day = self.cleaned_data["cooked_on"]
        if day in (None, self.today):
            return timezone.now()
        return datetime.combine(day, NOON, tzinfo=zone(self.household.time_zone))


class CookingNoteForm(Form):
    note = TextField(label=_("Note"), required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3}))
