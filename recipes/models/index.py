from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from recipes.models.recipe import Recipe

WALL = tenancy.household()


class RecipeIndexHead(models.Model):
    """The number of the newest change to the index of a household; its row's lock puts changes into one order.

    `numbered` is the last number that was given to a recipe for the postings.
    """

    tenancy = WALL

    household = models.OneToOneField(Household, on_delete=models.CASCADE, primary_key=True, related_name="+")
    version = models.PositiveBigIntegerField(default=0)
    numbered = models.PositiveBigIntegerField(default=0)

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
    """The number under which a recipe stands in the postings of its household.

    Each time its words are written it gets a new one; an old number means nothing any more.
    """

    tenancy = WALL

    recipe = models.OneToOneField(Recipe, on_delete=models.CASCADE, primary_key=True, related_name="+")
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()

    class Meta:
        verbose_name, verbose_name_plural = _("number of a recipe"), _("numbers of recipes")
        constraints = [
            models.UniqueConstraint(
                fields=["household", "number"],
                name="recipes_recipetext_number_once",
                violation_error_message=_("This number is given already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.recipe_id} {self.number}"


class RecipePosting(models.Model):
    """In which recipes a word stands, of the 4,096 numbers of one block.

    Two bytes each: the place in the block, and the best part of the recipe it stands in (name, tags, ingredients,
    steps).
    """

    tenancy = WALL

    id = models.BigAutoField(primary_key=True)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=40, db_collation="C")
    block = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name, verbose_name_plural = _("places of a word"), _("places of words")
        constraints = [
            models.UniqueConstraint(
                fields=["household", "word", "block"],
                name="recipes_recipeposting_once",
                violation_error_message=_("These places are known already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.word} {self.block}"


class RecipeWord(models.Model):
    """A word that stands in a recipe of the household: what a slip of the pen is compared with."""

    tenancy = WALL

    id = models.BigAutoField(primary_key=True)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=40, db_collation="C")

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
