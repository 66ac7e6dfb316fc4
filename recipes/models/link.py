import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from recipes.models.recipe import Recipe

WALL = tenancy.household()


def new_token() -> str:
    return secrets.token_urlsafe(24)


@audited(WALL, exclude=["token"])
class RecipeLink(models.Model):
    """An address under which everybody who has it reads one recipe, until it is revoked."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="links")
    token = models.CharField(max_length=48, default=new_token, editable=False)
    created_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("public link"), _("public links")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["token"],
                name="recipes_recipelink_token_unique",
                violation_error_message=_("Another link has this address."),
            ),
            models.UniqueConstraint(
                fields=["recipe"],
                condition=models.Q(revoked_at=None),
                name="recipes_recipelink_one_open",
                violation_error_message=_("This recipe has a link already."),
            ),
        ]

    def __str__(self) -> str:
        """Not the token: who reads it in a list or a log could open the recipe."""
        return str(self.recipe_id)
