from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from kitchen import tenancy
from kitchen.ids import new_id


class PushSubscription(models.Model):
    """A browser that a person wants to be told things in. `endpoint_key` is a hash of the address it listens at.

    Never in the audit: address and keys are what it takes to write to this browser.
    """

    tenancy = tenancy.person()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="push_subscriptions")
    endpoint = models.CharField(max_length=1000)
    endpoint_key = models.CharField(max_length=64)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=40)
    device = models.CharField(_("device"), max_length=80, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("browser to be told"), _("browsers to be told")
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "endpoint_key"],
                name="accounts_pushsubscription_once",
                violation_error_message=_("This browser is told already."),
            )
        ]

    def __str__(self) -> str:
        return self.device or str(self.pk)
