"""How every form is drawn, and the few widgets and the base form of our own."""

from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import django.forms
from django import forms
from django.conf import settings
from django.forms.renderers import DjangoTemplates

from kitchen.errors import DomainError


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
    """A form that can show what a service refused."""

    def refuse(self, error: DomainError) -> None:
        """The sentence of a `DomainError` at the field it names, or above the form."""
        form: Any = self
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
