from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from recipes.models.recipe import Recipe

WALL = tenancy.household_or_own("person_id")


class RecipeFavourite(models.Model):
    """A dish that one person likes to find again, with a note that nobody else reads."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, related_name="favourites")
    note = models.TextField(_("only for you"), max_length=2000, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("favourite"), _("favourites")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "recipe"],
                name="recipes_recipefavourite_once",
                violation_error_message=_("This is one of your favourites already."),
            )
        ]
        indexes = [models.Index(fields=["household", "person"], name="recipes_favourite_own")]

    def __str__(self) -> str:
        return str(self.recipe_id)


class SavedSearch(models.Model):
    """Filters of the collection under a name that one person gave them; `query` stands behind the ? of the address."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("saved search"), _("saved searches")
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="recipes_savedsearch_name_given",
                violation_error_message=_("Give the search a name."),
            ),
            models.UniqueConstraint(
                fields=["household", "person", "name"],
                name="recipes_savedsearch_name_once",
                violation_error_message=_("You have a search of this name."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RecipeDraft(models.Model):
    """What somebody has typed into a recipe's form and not saved yet. `recipe` is the one being changed; `form` is the
    form's own id, by which the draft of a new one is found again. `fields` are its fields as text.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    recipe = models.ForeignKey(Recipe, on_delete=models.CASCADE, null=True, related_name="+")
    form = models.UUIDField()
    fields = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = _("draft"), _("drafts")
        ordering = ["-changed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "household", "form"],
                name="recipes_recipedraft_once",
                violation_error_message=_("This draft is kept already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
