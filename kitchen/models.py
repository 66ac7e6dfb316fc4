from django.db import models
from django.utils.translation import gettext_lazy as _

from kitchen import tenancy


class Stone(models.Model):
    """An anonymous mark that history was erased, on request or after its time: what, when, how many rows; not whose."""

    tenancy = tenancy.sealed()

    what = models.CharField(max_length=20)
    rows = models.BigIntegerField()
    erased_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(what__in=["household", "person", "month", "audit"]),
                name="kitchen_stone_what_known",
                violation_error_message=_("A stone is set for a household, a person or what was past its time."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.erased_at:%Y-%m-%d}"
