from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.household import Household
from accounts.models.user import User
from kitchen import tenancy
from kitchen.ids import new_id


class StaffEntry(models.Model):
    """Staff looked into a household: who, why, from when to when. The household reads it in its feed."""

    tenancy = tenancy.household()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="staff_entries")
    staff = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=200)
    entered_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("staff entry"), _("staff entries")
        ordering = ["-entered_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reason__regex=r"\S"),
                name="accounts_staffentry_reason_given",
                violation_error_message=_("Say why you enter this household."),
            )
        ]

    def __str__(self) -> str:
        return self.reason
