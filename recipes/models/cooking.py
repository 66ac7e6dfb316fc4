from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from pantry.models import StockItem
from recipes.models.recipe import Recipe
from recipes.models.standing import standing_kept

WALL = tenancy.household()


@audited(WALL)
class RecipeCooking(models.Model):
    """A line of the cook log: who cooked a dish for how many. `operation` is the form's: sent twice, it is done once.

    `leftovers` is the lot that what was left went into. An undone line stays, and is not counted.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="cookings")
    operation = models.UUIDField()
    cooked_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    servings = models.DecimalField(_("servings"), max_digits=6, decimal_places=2, null=True)
    note = models.TextField(_("note"), max_length=2000, blank=True)
    leftovers = models.ForeignKey(StockItem, on_delete=models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("line of the cook log"), _("cook log")
        ordering = ["-cooked_at", "-id"]
        triggers = [standing_kept()]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "operation"],
                name="recipes_recipecooking_once",
                violation_error_message=_("This has been written down already."),
            ),
            models.CheckConstraint(
                condition=models.Q(servings__isnull=True) | models.Q(servings__gt=0),
                name="recipes_recipecooking_servings_positive",
                violation_error_message=_("A dish is cooked for somebody: more than nothing."),
            ),
        ]
        indexes = [models.Index(fields=["household", "recipe", "-cooked_at"], name="recipes_cooking_log")]

    def __str__(self) -> str:
        return f"{self.recipe_id} {self.cooked_at:%Y-%m-%d}"
