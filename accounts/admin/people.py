from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin.forms import choose
from accounts.models import User
from kitchen.admin_site.bases import StaffAdmin
from kitchen.zones import zone_choices


class PersonForm(forms.ModelForm[User]):
    by: User

    class Meta:
        model = User
        fields = ("name", "username", "time_zone", "language", "role", "is_active", "onboarding")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "time_zone", zone_choices())
        choose(self, "language", settings.LANGUAGES)

    def clean_username(self) -> str | None:
        return self.cleaned_data["username"] or None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk == self.by.pk and {"role", "is_active"} & set(self.changed_data):
            raise forms.ValidationError(_("Another administrator has to change your own role or close your account."))
        return cleaned


@admin.register(User)
class UserAdmin(StaffAdmin):
    """People. An address is changed by its owner, who alone can confirm it; an account is deleted by its owner too."""

    section = "people"
    form = PersonForm
    list_display = ("email", "name", "role", "is_active", "onboarding", "date_joined", "last_login")
    list_filter = ("role", "is_active", "onboarding", "date_joined", "last_login")
    search_fields = ("email", "name", "username", "=id")
    ordering = ("-date_joined", "-id")
    changeable = PersonForm.Meta.fields
    fields = ("id", "email", *PersonForm.Meta.fields, "date_joined", "last_login")

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.by = request.user
        return form
