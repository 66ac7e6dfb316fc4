from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id

WALL = tenancy.household()


@audited(WALL)
class Settlement(models.Model):
    """Money that went from one person to another to settle what was owed. Names are kept for who leaves."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    payer = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    payer_name = models.CharField(max_length=80)
    payee = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    payee_name = models.CharField(max_length=80)
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3)
    conversation = models.UUIDField(null=True)
    paid_on = models.DateField(_("paid on"))
    noted_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("settlement"), _("settlements")
        ordering = ["-paid_on", "-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gt=0),
                name="shopping_settlement_positive",
                violation_error_message=_("Say how much was paid."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.payer_name} {self.amount}"
