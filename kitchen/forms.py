"""How every form is drawn, and the few widgets and the base form of our own."""

from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import django.forms
from django import forms
from django.conf import settings
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext_lazy

from kitchen.errors import DomainError
from kitchen.typed_money import COINS, read_money


class KitchenRenderer(DjangoTemplates):
    """Forms and fields through templates/elements; widgets through Django's own unless we have one of that name."""

    form_template_name = "elements/form.html"
    field_template_name = "elements/field.html"

    @cached_property
    def engine(self) -> Any:
        folders: Any = settings.TEMPLATES[0]["DIRS"]
        ours = [Path(folder) for folder in folders]
        djangos = Path(django.forms.__file__).parent / "templates"
        return self.backend({"APP_DIRS": True, "DIRS": [*ours, djangos], "NAME": "kitchen_forms", "OPTIONS": {}})


class RefusingMixin:
    """A form that can show what a service refused: its `refusal`."""

    refusal: DomainError | None = None

    def refuse(self, error: DomainError) -> None:
        """The sentence of a `DomainError` at the field it names, or above the form."""
        form: Any = self
        self.refusal = error
        known = error.field if error.field in form.fields else None
        form.add_error(known, error.as_validation())


class Form(RefusingMixin, forms.Form):
    def deed(self, key: str = "id", *also: object) -> UUID:
        """The id of what is asked for, from the form's own one in `key` and from all that it says.

        The same form sent twice asks for one thing; other words, typed on a page that was gone back to, for another.
        """
        said = [self[name].value() for name in self.fields if name != key]
        return uuid5(self.cleaned_data[key], "\x1f".join(map(str, [*said, *also])))


class ModelForm(RefusingMixin, forms.ModelForm):  # type: ignore[type-arg]
    pass


class Switch(forms.CheckboxInput):
    """A tick box that looks like a switch: for what takes effect by itself."""

    look = "switch"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"role": "switch", **(attrs or {})})


class ChoiceChips(forms.RadioSelect):
    """One of a few, all of them seen."""

    look = "chips"


class ManyChips(forms.CheckboxSelectMultiple):
    """Any of a few, all of them seen."""

    look = "chips"


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class CodeInput(forms.TextInput):
    """A code that was sent or read aloud: large, spaced, offered by the phone."""

    look = "code"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        given = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        super().__init__({**given, **(attrs or {})})


class DecimalInput(forms.TextInput):
    """An exact number typed as people write it; the phone shows digits."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})


class TypedMoneyField(forms.CharField):
    """Money as people write it, with a point or a comma and at most `places` digits behind it; nothing is None."""

    no_money: Any = gettext_lazy("Give the price as a number: 2.49.")

    def __init__(self, *, places: int = COINS, most: Decimal | None = None, **more: Any) -> None:
        super().__init__(**{"widget": DecimalInput, **more})
        self.places, self.most = places, most

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        try:
            amount = read_money(text, self.places)
        except DomainError as error:
            raise error.as_validation() from error
        if amount is None or (self.most is not None and amount > self.most):
            raise forms.ValidationError(self.no_money)
        return amount


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files in one field: a list, of which each is checked like one."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(ManyFilesField, self).clean(one, initial) for one in files]
