from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from recipes.models.recipe import Recipe

WALL = tenancy.household()


class RecipeIndexHead(models.Model):
    """The number of the newest change to the index of a household; its row's lock puts changes into one order."""

    tenancy = WALL

    household = models.OneToOneField(Household, on_delete=models.CASCADE, primary_key=True, related_name="+")
    version = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name, verbose_name_plural = _("head of the index"), _("heads of indexes")

    def __str__(self) -> str:
        return str(self.version)


class RecipeIndex(models.Model):
    """A recipe as the collection compares and counts it, packed (recipes/index); empty for one that is deleted.

    `version` is the number of the change that wrote it, so that a process reads only what is newer than what it has.
    """

    tenancy = WALL

    recipe = models.OneToOneField(Recipe, on_delete=models.CASCADE, primary_key=True, related_name="+")
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveBigIntegerField()
    packed = models.BinaryField()

    class Meta:
        verbose_name, verbose_name_plural = _("packed recipe"), _("packed recipes")
        indexes = [models.Index(fields=["household", "version"], name="recipes_index_newest")]

    def __str__(self) -> str:
        return f"{self.recipe_id} {self.version}"


class RecipeText(models.Model):
    """The words of a recipe, for finding it. Besides them stands one that names the household, for the shared index."""

    tenancy = WALL

    recipe = models.OneToOneField(Recipe, on_delete=models.CASCADE, primary_key=True, related_name="+")
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    document = SearchVectorField()

    class Meta:
        verbose_name, verbose_name_plural = _("words of a recipe"), _("words of recipes")
        indexes = [GinIndex(fields=["document"], name="recipes_text_words", fastupdate=False)]

    def __str__(self) -> str:
        return str(self.recipe_id)


class RecipeWord(models.Model):
    """A word that stands in a recipe of the household: what a slip of the pen is compared with."""

    tenancy = WALL

    id = models.BigAutoField(primary_key=True)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=40)

    class Meta:
        verbose_name, verbose_name_plural = _("word of the recipes"), _("words of the recipes")
        constraints = [
            models.UniqueConstraint(
                fields=["household", "word"],
                name="recipes_recipeword_once",
                violation_error_message=_("This word is known already."),
            )
        ]

    def __str__(self) -> str:
        return self.word
