from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.household import Household
from accounts.models.user import User
from kitchen import tenancy
from kitchen.ids import new_id
from kitchen.partitions import Monthly


class Activity(models.Model):
    """One verb that somebody did in a household: a line of the feed, and what undo works from.

    `number` is the household's order, given out by its counter. `facts` holds what the sentence says and what undo
    needs, as plain JSON.
    """

    tenancy = tenancy.household()
    partitions = Monthly("ACTIVITY_MONTHS", once=("household_id", "number"))

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="activities")
    number = models.BigIntegerField()
    actor = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    verb = models.CharField(max_length=40)
    subject = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name, verbose_name_plural = _("activity"), _("activities")
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.number} {self.verb}"
