from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id

WALL = tenancy.household()


@audited(WALL, exclude=["pairs"])
class Store(models.Model):
    """A shop that the household goes to, and in which order its aisles are walked.

    `aisles` are ids of categories in that order, those that nobody has met there left out; the ids in `placed` were
    put there by hand and stay. `pairs` weighs what was seen: {"before>after": weight}, ids of categories.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="stores")
    name = models.CharField(_("name"), max_length=60)
    emoji = models.CharField(_("picture"), max_length=8, default="🏪")
    aisles = ArrayField(models.IntegerField(), default=list, blank=True)
    placed = ArrayField(models.IntegerField(), default=list, blank=True)
    pairs = models.JSONField(default=dict, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("store"), _("stores")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="shopping_store_name_given",
                violation_error_message=_("Give the store a name."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class AisleChoice(models.Model):
    """Where the household says that something stands, whatever is known of it."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    name_key = models.CharField(max_length=120)
    category = models.ForeignKey("pantry.Category", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name, verbose_name_plural = _("aisle of a thing"), _("aisles of things")
        constraints = [
            models.UniqueConstraint(
                fields=["household", "name_key"],
                name="shopping_aislechoice_once",
                violation_error_message=_("This stands somewhere already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name_key} {self.category_id}"
