import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from recipes.models.recipe import Recipe

WALL = tenancy.household()

# A line that moves to another recipe counts for both. The row is locked before it is counted, so that of two at once
# the second sees what the first has written. Where a recipe goes with all that belongs to it there is no row to be
# kept, and none is made.
COUNT = """
IF TG_OP <> 'DELETE' THEN
  INSERT INTO recipes_recipestanding (household_id, recipe_id, rating_count, cooked_count)
  VALUES (NEW.household_id, NEW.recipe_id, 0, 0) ON CONFLICT (recipe_id) DO NOTHING;
END IF;
FOR touched IN
  SELECT DISTINCT one FROM unnest(ARRAY[OLD.recipe_id, NEW.recipe_id]) AS one WHERE one IS NOT NULL ORDER BY one
LOOP
  PERFORM 1 FROM recipes_recipestanding WHERE recipe_id = touched FOR UPDATE;
  UPDATE recipes_recipestanding AS standing SET
    (rating_average, rating_count) = (
      SELECT round(avg(stars), 2), count(*) FROM recipes_recipereview AS review
      WHERE review.recipe_id = standing.recipe_id AND review.household_id = standing.household_id),
    (last_cooked, cooked_count) = (
      SELECT max(cooked_at), count(*) FROM recipes_recipecooking AS cooking
      WHERE cooking.recipe_id = standing.recipe_id AND cooking.household_id = standing.household_id
        AND cooking.undone_at IS NULL)
  WHERE standing.recipe_id = touched;
END LOOP;
RETURN NULL;
"""


def standing_kept() -> pgtrigger.Trigger:
    """The trigger of the tables that a standing counts."""
    return pgtrigger.Trigger(
        name="standing",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("touched", "uuid")],
        func=COUNT,
    )


class RecipeStanding(models.Model):
    """What reviews and the cook log say of a dish, counted by the database. No row: neither rated nor cooked yet."""

    tenancy = WALL

    recipe = models.OneToOneField(Recipe, on_delete=models.CASCADE, primary_key=True, related_name="standing")
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    rating_average = models.DecimalField(max_digits=3, decimal_places=2, null=True)
    rating_count = models.PositiveIntegerField(default=0)
    cooked_count = models.PositiveIntegerField(default=0)
    last_cooked = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("standing"), _("standings")

    def __str__(self) -> str:
        return f"{self.recipe_id} {self.rating_average}"
