"""How people sign in: addresses, sessions, second factors, connected accounts. Keys and codes are never drawn."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.mfa.base.internal.flows import delete_dangling_recovery_codes
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import SecurityEvent, SecurityKind
from accounts.services.security_event import keep_event
from kitchen.admin_site.bases import StaffAdmin

TOLD_BY_MAIL = {
    Authenticator.Type.TOTP: "mfa/email/totp_deactivated",
    Authenticator.Type.WEBAUTHN: "mfa/email/webauthn_removed",
}


class OfPersonAdmin(StaffAdmin):
    section = "people"
    list_select_related = ("user",)

    @admin.display(description=_("person"), ordering="user__email")
    def person(self, row: Any) -> str:
        return str(row.user.email)


@admin.register(EmailAddress)
class EmailAddressAdmin(OfPersonAdmin):
    list_display = ("email", "person", "verified", "primary")
    list_filter = ("verified", "primary")
    search_fields = ("email", "user__email", "user__name")
    ordering = ("email", "id")
    changeable = ("verified",)
    fields = ("email", "person", "verified", "primary")


@admin.register(UserSession)
class UserSessionAdmin(OfPersonAdmin):
    """Deleting one ends it: that browser is signed out with its next request."""

    list_display = ("person", "ip", "user_agent", "created_at", "last_seen_at")
    list_filter = ("last_seen_at",)
    search_fields = ("user__email", "user__name", "ip")
    ordering = ("-last_seen_at", "-id")
    fields = ("person", "ip", "user_agent", "created_at", "last_seen_at")
    deletable = True

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        del request
        assert isinstance(obj, UserSession)
        keep_event(obj.user, SecurityKind.SESSION_ENDED, agent=obj.user_agent, ip=obj.ip)
        obj.end()


@admin.register(Authenticator)
class AuthenticatorAdmin(OfPersonAdmin):
    """Deleting one lets a person back in who lost it; they are told by mail."""

    list_display = ("person", "type", "created_at", "last_used_at")
    list_filter = ("type", "created_at")
    search_fields = ("user__email", "user__name")
    ordering = ("-created_at", "-id")
    fields = ("person", "type", "created_at", "last_used_at")
    deletable = True

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        del request
        assert isinstance(obj, Authenticator)
        obj.delete()
        keep_event(obj.user, SecurityKind.TAKEN_BY_STAFF)
        delete_dangling_recovery_codes(obj.user)
        if obj.type in TOLD_BY_MAIL:
            get_adapter().send_notification_mail(TOLD_BY_MAIL[obj.type], obj.user)


@admin.register(SecurityEvent)
class SecurityEventAdmin(OfPersonAdmin):
    list_display = ("happened_at", "person", "kind", "device", "network")
    list_filter = ("kind", "happened_at")
    search_fields = ("user__email", "user__name")
    fields = ("happened_at", "person", "kind", "device", "network")


@admin.register(SocialAccount)
class SocialAccountAdmin(OfPersonAdmin):
    list_display = ("person", "provider", "uid", "date_joined", "last_login")
    list_filter = ("provider", "date_joined")
    search_fields = ("user__email", "user__name", "uid")
    ordering = ("-date_joined", "-id")
    fields = ("person", "provider", "uid", "date_joined", "last_login")
    deletable = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer("extra_data")
