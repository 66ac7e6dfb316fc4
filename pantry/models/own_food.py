from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Allergen, Diet, Household
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from pantry.models.food import Category, Food, Storage

WALL = tenancy.household()
MOST_LEAD_DAYS = 60


@audited(WALL)
class OwnFood(models.Model):
    """What a household says of a food: one of its own (`base` null), or a food of the catalogue as it is here.

    `said` names the fields that were said here; the others come from `base`. `aliases` are words that mean this
    food in this household. Merged, it stands for the food that it was merged into. Weights are g, density is
    g per ml, `nutrition` is per 100 g by the catalogue's codes, `shelf_life` days by "fridge.opened".
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="foods")
    base = models.ForeignKey(Food, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    said = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    name = models.CharField(_("name"), max_length=80)
    plural = models.CharField(_("several of them"), max_length=80, blank=True)
    name_key = models.CharField(max_length=80, editable=False)
    aliases = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    emoji = models.CharField(_("picture"), max_length=8, blank=True)
    density = models.DecimalField(max_digits=8, decimal_places=4, null=True, blank=True)
    piece_weight = models.DecimalField(max_digits=10, decimal_places=3, null=True, blank=True)
    package_weight = models.DecimalField(max_digits=10, decimal_places=3, null=True, blank=True)
    unit_weights = models.JSONField(default=dict, blank=True)
    usual_unit = models.CharField(max_length=12, default="g")
    storage = models.CharField(_("kept in"), max_length=8, choices=Storage, default=Storage.PANTRY)
    shelf_life = models.JSONField(default=dict, blank=True)
    allergens = ArrayField(models.CharField(max_length=12, choices=Allergen), default=list, blank=True)
    diets = ArrayField(models.CharField(max_length=12, choices=Diet), default=list, blank=True)
    nutrition = models.JSONField(default=dict, blank=True)
    staple = models.BooleanField(_("always there"), default=False)
    source = models.CharField(max_length=60, blank=True)
    minimum = models.DecimalField(_("never less than"), max_digits=14, decimal_places=4, null=True, blank=True)
    minimum_unit = models.CharField(max_length=12, blank=True)
    lead_days = models.PositiveSmallIntegerField(
        _("days ahead"), null=True, blank=True, validators=[MaxValueValidator(MOST_LEAD_DAYS)]
    )
    merged_into = models.ForeignKey(Food, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    merged_into_own = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("own food"), _("own foods")
        ordering = ["name_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "base"],
                condition=models.Q(base__isnull=False),
                name="pantry_ownfood_base_once",
                violation_error_message=_("This food is yours already."),
            ),
            models.UniqueConstraint(
                fields=["household", "name_key"],
                condition=models.Q(base__isnull=True, removed_at=None),
                name="pantry_ownfood_name_once",
                violation_error_message=_("You have a food with this name already."),
            ),
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="pantry_ownfood_name_given",
                violation_error_message=_("Give the food a name."),
            ),
            models.CheckConstraint(
                condition=models.Q(minimum__isnull=True) | models.Q(minimum__gt=0),
                name="pantry_ownfood_minimum_positive",
                violation_error_message=_("Keep more than nothing of it, or leave it empty."),
            ),
            models.CheckConstraint(
                condition=models.Q(lead_days__isnull=True) | models.Q(lead_days__lte=MOST_LEAD_DAYS),
                name="pantry_ownfood_lead_days",
                violation_error_message=_("Give at most 60 days."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
