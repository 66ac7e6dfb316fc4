from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id

WALL = tenancy.household()
MOST_MINUTES = 100_000
TOTAL = NullIf(
    Coalesce(models.F("prep_minutes"), 0)
    + Coalesce(models.F("cook_minutes"), 0)
    + Coalesce(models.F("rest_minutes"), 0),
    0,
    output_field=models.IntegerField(),
)


class Difficulty(models.IntegerChoices):
    VERY_EASY = 1, _("very easy")
    EASY = 2, _("easy")
    MEDIUM = 3, _("some practice")
    HARD = 4, _("demanding")
    VERY_HARD = 5, _("for experts")


@audited(WALL)
class Recipe(models.Model):
    """`servings` is for how many the amounts are, `servings_of` what these are ("biscuits"; "" for people);
    `yields` says in words what comes out. `label` is what its source declares of one serving, by the names of
    schema.org as written there ("calories": "320 kcal"). One that was merged stays behind, with its `merged_into`.

    `source_key` names where an import came from, so that the same page or file makes no double. A deleted
    recipe stays until it is past undoing.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="recipes")
    name = models.CharField(_("name"), max_length=160)
    name_key = models.CharField(max_length=160, editable=False)
    emoji = models.CharField(_("picture"), max_length=8, blank=True)
    description = models.TextField(_("in a few words"), max_length=2000, blank=True)
    servings = models.DecimalField(_("servings"), max_digits=6, decimal_places=2, null=True, blank=True)
    servings_of = models.CharField(_("of what"), max_length=40, blank=True)
    yields = models.CharField(_("makes"), max_length=80, blank=True)
    prep_minutes = models.PositiveIntegerField(_("preparation"), null=True, blank=True)
    cook_minutes = models.PositiveIntegerField(_("cooking"), null=True, blank=True)
    rest_minutes = models.PositiveIntegerField(_("waiting"), null=True, blank=True)
    total_minutes = models.GeneratedField(expression=TOTAL, output_field=models.IntegerField(), db_persist=True)
    difficulty = models.PositiveSmallIntegerField(_("difficulty"), choices=Difficulty, null=True, blank=True)
    cuisine = models.CharField(_("cuisine"), max_length=60, blank=True)
    category = models.CharField(_("course"), max_length=60, blank=True)
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    equipment = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    notes = models.TextField(_("notes"), max_length=10_000, blank=True)
    source_url = models.URLField(_("link"), max_length=1000, blank=True)
    source_name = models.CharField(_("from"), max_length=160, blank=True)
    author = models.CharField(_("author"), max_length=160, blank=True)
    label = models.JSONField(default=dict, blank=True)
    source_key = models.CharField(max_length=64, blank=True, editable=False)
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name, verbose_name_plural = _("recipe"), _("recipes")
        ordering = ["name_key", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="recipes_recipe_name_given",
                violation_error_message=_("Give the dish a name."),
            ),
            models.CheckConstraint(
                condition=models.Q(servings__isnull=True) | models.Q(servings__gt=0),
                name="recipes_recipe_servings_positive",
                violation_error_message=_("A recipe is for somebody: more than nothing."),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    prep_minutes__lte=MOST_MINUTES, cook_minutes__lte=MOST_MINUTES, rest_minutes__lte=MOST_MINUTES
                ),
                name="recipes_recipe_time_sane",
                violation_error_message=_("No dish takes that long."),
            ),
            models.UniqueConstraint(
                fields=["household", "source_key"],
                condition=~models.Q(source_key="") & models.Q(deleted_at=None),
                name="recipes_recipe_source_once",
                violation_error_message=_("This recipe is here already."),
            ),
        ]
        indexes = [models.Index(fields=["household", "name_key"], name="recipes_recipe_by_name")]

    def __str__(self) -> str:
        return self.name
