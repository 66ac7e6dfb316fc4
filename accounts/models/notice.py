from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.household import Household
from kitchen import tenancy
from kitchen.tenancy import rules


class NoticeCounter(models.Model):
    """The last number given in a household. Its row lock puts concurrent changes in one order without gaps."""

    # Read with a person's own households, before a page's rows: what changes in between is then not missed.
    tenancy = tenancy.household(
        also_read=f"household_id IN (SELECT household_id FROM accounts_membership WHERE user_id = {rules.PERSON})"
    )

    household = models.OneToOneField(
        Household, on_delete=models.CASCADE, primary_key=True, related_name="notice_counter"
    )
    last = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=0),
                name="accounts_noticecounter_counts_up",
                violation_error_message=_("Notices are numbered from 1."),
            )
        ]

    def __str__(self) -> str:
        return str(self.last)


class Notice(models.Model):
    """Something of `kind` changed: what every open page of the household is told, in the order of `number`."""

    tenancy = tenancy.household()

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="notices")
    number = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    subject = models.UUIDField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "number"],
                name="accounts_notice_number_once",
                violation_error_message=_("Each notice has its own number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"
