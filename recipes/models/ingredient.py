from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from pantry.models import OfFood
from recipes.models.recipe import Recipe

WALL = tenancy.household()


@audited(WALL)
class RecipeIngredient(OfFood):
    """One ingredient line: `original` as it was written, the rest as it was understood.

    `quantity` to `quantity_max` in `unit` is for all servings, null where the line names no amount. No food
    where none is known for `name`; `confidence` is that of the match, from 0 to 1.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="ingredients")
    position = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=120, blank=True)
    original = models.CharField(max_length=500)
    quantity = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    quantity_max = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    unit = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    note = models.CharField(max_length=500, blank=True)
    optional = models.BooleanField(default=False)
    confidence = models.DecimalField(max_digits=4, decimal_places=3, null=True)

    class Meta(OfFood.Meta):
        verbose_name, verbose_name_plural = _("ingredient"), _("ingredients")
        ordering = ["position", "id"]
        constraints = [
            *OfFood.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(original__regex=r"\S"),
                name="recipes_recipeingredient_line_given",
                violation_error_message=_("An ingredient line says something."),
            ),
        ]
        indexes = [
            models.Index(fields=["household", "recipe", "position"], name="recipes_ingredient_lines"),
            models.Index(fields=["household", "food"], name="recipes_ingredient_food"),
            models.Index(fields=["household", "own_food"], name="recipes_ingredient_own"),
        ]

    def __str__(self) -> str:
        return self.original
