"""The form in which parts of a proposal are said otherwise: plain inputs, one for each part."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms

from accounts.forms.line import LineField, TextField
from chat.agent.editing import Part
from chat.agent.editing.parts import AMOUNT, CHOICE, DATE, LINES, SEVERAL, TEXT
from kitchen.forms import DateInput, Form, ManyChips

LONGEST_AMOUNT = 40


@dataclass(frozen=True)
class Group:
    """The inputs of one thing, by its name."""

    name: str
    fields: list[Any]


class ProposalForm(Form):
    def __init__(self, parts: Sequence[Part], data: Any = None) -> None:
        super().__init__(data, initial={part.name: part.value for part in parts})
        self.parts = parts
        for part in parts:
            self.fields[part.name] = FIELDS[part.kind](part)

    @property
    def groups(self) -> Iterator[Group]:
        for name, parts in groupby(self.parts, key=lambda part: part.group):
            yield Group(name, [self[part.name] for part in parts])


def _line(part: Part) -> forms.Field:
    most = LONGEST_AMOUNT if part.kind == AMOUNT else part.most
    return LineField(label=part.label, required=part.required, max_length=most)


def _lines(part: Part) -> forms.Field:
    area = forms.Textarea(attrs={"rows": 6, "class": "input"})
    return TextField(label=part.label, required=part.required, max_length=part.most, widget=area)


def _date(part: Part) -> forms.Field:
    return forms.DateField(label=part.label, required=part.required, widget=DateInput)


def _choice(part: Part) -> forms.Field:
    return forms.ChoiceField(label=part.label, required=part.required, choices=part.choices)


def _several(part: Part) -> forms.Field:
    return forms.MultipleChoiceField(label=part.label, required=part.required, choices=part.choices, widget=ManyChips)


FIELDS: dict[str, Callable[[Part], forms.Field]] = {
    AMOUNT: _line,
    TEXT: _line,
    LINES: _lines,
    DATE: _date,
    CHOICE: _choice,
    SEVERAL: _several,
}
