from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from recipes.models.recipe import Recipe

WALL = tenancy.household()


@audited(WALL)
class RecipeCollection(models.Model):
    """Dishes that belong together ("Sundays", "with the children")."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="recipe_collections")
    name = models.CharField(_("name"), max_length=80)
    name_key = models.CharField(max_length=80, editable=False)
    emoji = models.CharField(_("picture"), max_length=8, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("collection"), _("collections")
        ordering = ["name_key", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="recipes_recipecollection_name_given",
                violation_error_message=_("Give the collection a name."),
            ),
            models.UniqueConstraint(
                fields=["household", "name_key"],
                condition=models.Q(deleted_at=None),
                name="recipes_recipecollection_name_once",
                violation_error_message=_("There is a collection of this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@audited(WALL)
class CollectionEntry(models.Model):
    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    collection = models.ForeignKey(RecipeCollection, on_delete=models.CASCADE, related_name="entries")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="collected")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name, verbose_name_plural = _("dish of a collection"), _("dishes of collections")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "recipe"],
                name="recipes_collectionentry_once",
                violation_error_message=_("This dish is in the collection already."),
            )
        ]
        indexes = [models.Index(fields=["household", "recipe"], name="recipes_entry_of")]

    def __str__(self) -> str:
        return f"{self.collection_id} {self.recipe_id}"
