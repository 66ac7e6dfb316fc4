from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, StoredFile
from kitchen import tenancy
from kitchen.ids import new_id
from recipes.models.recipe import Recipe

WALL = tenancy.household()


class RecipePicture(models.Model):
    """A picture of a dish, in its order; the first is what the dish is shown by. Sizes are pixels of `file`."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="pictures")
    position = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="+")
    thumb = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="+")
    alt = models.CharField(_("what is to be seen"), max_length=200, blank=True)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("picture"), _("pictures")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipe", "file"],
                name="recipes_recipepicture_once",
                violation_error_message=_("This picture is here already."),
            )
        ]
        indexes = [models.Index(fields=["household", "recipe", "position"], name="recipes_picture_order")]

    def __str__(self) -> str:
        return self.alt or str(self.pk)
