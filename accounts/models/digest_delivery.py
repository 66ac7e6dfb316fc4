from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.household import Household
from accounts.models.user import User
from kitchen import tenancy
from kitchen.ids import new_id


class Channel(models.TextChoices):
    MAIL = "mail", _("mail")
    PUSH = "push", _("message in the browser")


class DeliveryState(models.TextChoices):
    CLAIMED = "claimed", _("being sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")
    NOTHING = "nothing", _("nothing to tell")


class DigestDelivery(models.Model):
    """That a person was told, or was to be told, of a household's day: at most once a day and channel."""

    tenancy = tenancy.household()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    channel = models.CharField(max_length=4, choices=Channel)
    state = models.CharField(max_length=8, choices=DeliveryState, default=DeliveryState.CLAIMED)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("digest delivery"), _("digest deliveries")
        ordering = ["-day", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "user", "day", "channel"],
                name="accounts_digestdelivery_once",
                violation_error_message=_("This day has been told already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.channel} {self.state}"
