from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from kitchen import tenancy
from kitchen.ids import new_id


class SecurityKind(models.TextChoices):
    SIGNED_IN = "signed_in", _("Signed in")
    SIGN_IN_FAILED = "sign_in_failed", _("A wrong password was given")
    CODE_FAILED = "code_failed", _("A wrong code was given")
    PASSWORD_CHANGED = "password_changed", _("The password was changed")
    PASSWORD_RESET = "password_reset", _("The password was reset by mail")
    EMAIL_CHANGED = "email_changed", _("The email address was changed")
    APP_ADDED = "app_added", _("An authenticator app was set up")
    APP_REMOVED = "app_removed", _("The authenticator app was removed")
    PASSKEY_ADDED = "passkey_added", _("A passkey was added")
    PASSKEY_REMOVED = "passkey_removed", _("A passkey was removed")
    CODES_MADE = "codes_made", _("New recovery codes were made")
    CODES_REMOVED = "codes_removed", _("The recovery codes were removed")
    CODE_USED = "code_used", _("A recovery code was used")
    CONNECTED = "connected", _("An account elsewhere was connected")
    DISCONNECTED = "disconnected", _("An account elsewhere was disconnected")
    SESSION_ENDED = "session_ended", _("This browser was signed out from elsewhere")
    TAKEN_BY_STAFF = "taken_by_staff", _("Kitchen staff removed a second step")


class SecurityEvent(models.Model):
    """Something that happened to a person's account: from which `device`, in words, and from which `network`.

    The network is the shortened address ("203.0.113.0/24"): enough to recognise, too little to follow somebody.
    Doors add rows and change none; they go with the person, or after their time.
    """

    tenancy = tenancy.identity(rights=("SELECT", "INSERT"))

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="security_events")
    kind = models.CharField(_("what"), max_length=16, choices=SecurityKind)
    device = models.CharField(_("device"), max_length=80, blank=True)
    network = models.CharField(_("from where"), max_length=43, blank=True)
    happened_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("security event"), _("security events")
        ordering = ["-happened_at", "-id"]
        indexes = [
            models.Index(fields=["user", "-happened_at"], name="accounts_securityevent_newest"),
            models.Index(fields=["happened_at"], name="accounts_securityevent_age"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
