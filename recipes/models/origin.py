from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, StoredFile
from kitchen import tenancy
from recipes.models.recipe import Recipe

WALL = tenancy.household()


class RecipeOrigin(models.Model):
    """Where the original of a recipe lies: in which file, which member of an archive, the how manieth of it from 1."""

    tenancy = WALL

    recipe = models.OneToOneField(Recipe, on_delete=models.CASCADE, primary_key=True, related_name="origin")
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="+")
    member = models.CharField(max_length=300, blank=True)
    number = models.PositiveIntegerField(default=1)
    url = models.URLField(max_length=2000, blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("original of a recipe"), _("originals of recipes")

    def __str__(self) -> str:
        return f"{self.recipe_id} {self.member}"
