"""Rows inside a household: its people, who eats there, its invitations."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.admin.changes import announced, told
from accounts.admin.forms import MembershipForm
from accounts.models import Eater, Invitation, Membership
from kitchen.admin_site.bases import HouseholdRowsAdmin


@admin.register(Membership)
class MembershipAdmin(HouseholdRowsAdmin):
    form = MembershipForm
    list_display = ("email", "user", "role", "joined_at")
    list_filter = ("role", "joined_at")
    list_select_related = ("user",)
    search_fields = ("user__email", "user__name")
    ordering = ("joined_at", "id")
    changeable = ("role",)
    fields = ("user", "email", "role", "joined_at")

    @admin.display(description=_("email address"), ordering="user__email")
    def email(self, membership: Membership) -> str:
        return membership.user.email

    def save_model(self, request: HttpRequest, obj: Membership, form: Any, change: bool) -> None:  # noqa: FBT001
        super().save_model(request, obj, form, change)
        told(request, obj.household, obj)
        announced(obj.household, "people")


@admin.register(Eater)
class EaterAdmin(HouseholdRowsAdmin):
    """Diets and allergies are about health: to look at, never changed by staff."""

    list_display = ("name", "user", "diets", "allergens", "created_at")
    list_filter = ("created_at",)
    list_select_related = ("user",)
    search_fields = ("name",)
    ordering = ("created_at", "id")
    fields = ("name", "user", "diets", "allergens", "dislikes", "created_at")


@admin.register(Invitation)
class InvitationAdmin(HouseholdRowsAdmin):
    """Codes and links let anybody in who has them, so staff sees neither."""

    list_display = ("created_at", "created_by", "email", "role", "uses", "max_uses", "expires_at", "revoked_at")
    list_filter = ("role", "expires_at")
    list_select_related = ("created_by",)
    search_fields = ("email",)
    ordering = ("-created_at", "-id")
    fields = list_display
    actions = ("revoke",)

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser)

    @admin.action(description=_("Revoke the chosen invitations"), permissions=["revoke"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        for invitation in queryset.filter(revoked_at=None).select_related("household"):
            invitation.revoked_at = timezone.now()
            invitation.save(update_fields=["revoked_at"])
            self.log_change(request, invitation, "Revoked")
            told(request, invitation.household, invitation)
