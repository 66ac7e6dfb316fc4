from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from accounts.roles import COMMANDS
from kitchen.forms import Form

# What each role is for, in a few words beside its name.
ROLE_WORDS = {
    Role.ADMIN: _("does all that members do, and invites and removes people"),
    Role.MEMBER: _("keeps the pantry, recipes, plans and lists"),
    Role.GUEST: _("reads recipes and the plan, and ticks the shopping list"),
}


def role_choices(of: str) -> list[tuple[str, Any]]:
    """The roles that somebody with the role `of` may give, each with what it is for."""
    return [
        (role.value, format_lazy("{role}: {words}", role=role.label, words=words))
        for role, words in ROLE_WORDS.items()
        if role in COMMANDS[of]
    ]


class RoleForm(Form):
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)

    def __init__(self, data: Any, *, of: str, now: str) -> None:
        super().__init__(data, initial={"role": now})
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = role_choices(of)
