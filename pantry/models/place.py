from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from pantry.models.food import Storage

WALL = tenancy.household()


class PlaceQuerySet(models.QuerySet["Place"]):
    def there(self) -> "PlaceQuerySet":
        """Those that have not been removed."""
        return self.filter(removed_at=None)


@audited(WALL)
class Place(models.Model):
    """Where a household keeps food: its fridge, a shelf in the cellar. A removed one stays for the ledger's sake."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="places")
    name = models.CharField(_("name"), max_length=60)
    name_key = models.CharField(max_length=60, editable=False)
    storage = models.CharField(_("kept as in"), max_length=8, choices=Storage, default=Storage.PANTRY)
    position = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("place"), _("places")
        ordering = ["position", "created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "name_key"],
                condition=models.Q(removed_at=None),
                name="pantry_place_name_once",
                violation_error_message=_("There is a place with this name already."),
            ),
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="pantry_place_name_given",
                violation_error_message=_("Give this place a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
