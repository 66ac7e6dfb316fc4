from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from recipes.models.recipe import Recipe

WALL = tenancy.household(rights=("SELECT", "INSERT", "DELETE"))


class VersionWhy(models.TextChoices):
    WRITTEN = "written", _("written down")
    IMPORTED = "imported", _("brought in")
    CHANGED = "changed", _("changed")
    RESTORED = "restored", _("brought back")
    MERGED = "merged", _("merged")
    REREAD = "reread", _("read again from its source")


class RecipeVersion(models.Model):
    """What a recipe said at one time: `content` is its RecipeContent as JSON. Only ever added to."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    why = models.CharField(max_length=10, choices=VersionWhy)
    content = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name, verbose_name_plural = _("version"), _("versions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipe", "number"],
                name="recipes_recipeversion_numbered",
                violation_error_message=_("There is a version of this number."),
            )
        ]
        indexes = [models.Index(fields=["household", "recipe"], name="recipes_version_of")]

    def __str__(self) -> str:
        return f"{self.recipe_id} {self.number}"
