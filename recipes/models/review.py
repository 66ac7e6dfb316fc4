from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from recipes.models.recipe import Recipe
from recipes.models.standing import standing_kept

WALL = tenancy.household()


@audited(WALL)
class RecipeReview(models.Model):
    """What one person thinks of a dish, from one star to five. Who has left stays in the average, without a name."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="reviews")
    person = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    stars = models.PositiveSmallIntegerField(_("stars"))
    text = models.TextField(_("what to remember"), max_length=2000, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = _("review"), _("reviews")
        ordering = ["-changed_at", "-id"]
        triggers = [standing_kept()]
        constraints = [
            models.UniqueConstraint(
                fields=["recipe", "person"],
                name="recipes_recipereview_one_a_person",
                violation_error_message=_("You have rated this dish already."),
            ),
            models.CheckConstraint(
                condition=models.Q(stars__gte=1, stars__lte=5),
                name="recipes_recipereview_stars_known",
                violation_error_message=_("Give one to five stars."),
            ),
        ]
        indexes = [models.Index(fields=["household", "recipe"], name="recipes_review_of")]

    def __str__(self) -> str:
        return f"{self.recipe_id} {self.stars}"
