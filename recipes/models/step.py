from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from recipes.models.recipe import Recipe

WALL = tenancy.household()


@audited(WALL)
class RecipeStep(models.Model):
    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=120, blank=True)
    text = models.TextField(max_length=5000)

    class Meta:
        verbose_name, verbose_name_plural = _("step"), _("steps")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(text__regex=r"\S"),
                name="recipes_recipestep_text_given",
                violation_error_message=_("A step says what to do."),
            )
        ]
        indexes = [models.Index(fields=["household", "recipe", "position"], name="recipes_step_lines")]

    def __str__(self) -> str:
        return self.text[:60]
