from dataclasses import fields
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accounts.forms.line import LineField
from chat.models import Approvals, AssistantSettings, ModelSource, Provider
from chat.queries.assistant import installation_has
from chat.services.assistant import Choice
from kitchen.forms import ChoiceChips, Form, Switch, TypedMoneyField

MOST_TOKENS = 1_000_000_000
LONGEST_KEY = 500
# Of a million tokens: some cost a part of a coin.
PLACES, DEAREST = 4, Decimal("99999.9999")
PRICES = ("input_price", "output_price")


class AssistantForm(Form):
    """Who answers in a household. The key is taken and never given back: an empty field leaves the one that is kept."""

    source = forms.ChoiceField(label=lazy("Who answers"), widget=ChoiceChips)
    provider = forms.ChoiceField(
        label=lazy("It speaks like"),
        choices=[(Provider.OPENAI, lazy("OpenAI")), (Provider.ANTHROPIC, lazy("Anthropic"))],
        help_text=lazy("Ollama, llama.cpp, vLLM and LM Studio speak like OpenAI."),
        widget=ChoiceChips,
        required=False,
    )
    base_url = LineField(
        label=lazy("Address"),
        max_length=300,
        required=False,
        help_text=lazy("Such as https://models.example.org/v1; empty is the maker's own."),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )
    model = LineField(
        label=lazy("Model"),
        max_length=80,
        required=False,
        help_text=lazy("Its name there, such as qwen3:8b."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    key = forms.CharField(
        label=lazy("Key"),
        max_length=LONGEST_KEY,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    forget_key = forms.BooleanField(label=lazy("Forget the key that is kept"), required=False, widget=Switch)
    input_price = TypedMoneyField(label=lazy("Price of what it reads"), places=PLACES, most=DEAREST, required=False)
    output_price = TypedMoneyField(label=lazy("Price of what it writes"), places=PLACES, most=DEAREST, required=False)
    daily_tokens = forms.IntegerField(
        label=lazy("Tokens a day"),
        min_value=0,
        max_value=MOST_TOKENS,
        required=False,
        help_text=lazy("What all of you together may use of a model in a day; empty for no limit."),
    )
    approvals = forms.ChoiceField(label=lazy("When it wants to change something"), choices=Approvals)

    def __init__(self, data: Any = None, *, row: AssistantSettings, currency: str) -> None:
        first = {one.name: getattr(row, one.name) for one in fields(Choice)}
        first |= {name: f"{first[name].normalize():f}" for name in PRICES if first[name] is not None}
        super().__init__(data, initial=first)
        self.fields["source"].choices = _sources(row.source)  # type: ignore[attr-defined]
        per_million = _("For a million tokens, in %(currency)s; empty where you do not know.") % {"currency": currency}
        for name in PRICES:
            self.fields[name].help_text = per_million
        self.fields["approvals"].widget = forms.RadioSelect(choices=Approvals.choices)
        if row.sealed_key:
            self.fields["key"].help_text = _("A key is kept, encrypted. Leave this empty to go on with it.")
        else:
            del self.fields["forget_key"]

    def choice(self) -> Choice:
        given: dict[str, Any] = {one.name: self.cleaned_data.get(one.name) for one in fields(Choice)}
        given["provider"] = given["provider"] or Provider.OPENAI
        return Choice(**given)


def _sources(now: str) -> list[tuple[str, str]]:
    own, offered = (ModelSource.OWN, _("A model of our own")), installation_has()
    ours = _("The built-in assistant")
    if offered:
        theirs = _("%(model)s, which is offered here") % {"model": offered}
        return [(ModelSource.INSTALLATION, theirs), (ModelSource.BUILTIN, ours), own]
    # What is offered here is the built-in assistant: one of the two, so that nothing changes by looking.
    return [(now if now != ModelSource.OWN else ModelSource.BUILTIN, ours), own]
