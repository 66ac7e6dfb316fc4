from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from recipes.models.recipe import Recipe

WALL = tenancy.household()


@audited(WALL)
class RecipeComment(models.Model):
    """What somebody of the household says about a dish. `said_by` is the name that came with it from elsewhere."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    said_by = models.CharField(max_length=80, blank=True)
    text = models.TextField(_("comment"), max_length=2000)
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("comment"), _("comments")
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(text__regex=r"\S"),
                name="recipes_recipecomment_text_given",
                violation_error_message=_("Say something."),
            )
        ]
        indexes = [models.Index(fields=["household", "recipe", "created_at"], name="recipes_comment_of")]

    def __str__(self) -> str:
        return self.text[:60]
