"""Rows of the food catalogue: a mirror of pantry/catalogue/foods.csv, for foreign keys, joins and staff."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Allergen, Diet
from kitchen import tenancy


class Storage(models.TextChoices):
    """The three ways to keep food; a household's places are each of one of them."""

    PANTRY = "pantry", _("pantry")
    FRIDGE = "fridge", _("fridge")
    FREEZER = "freezer", _("freezer")


class LifeState(models.TextChoices):
    SEALED = "sealed", _("sealed")
    OPENED = "opened", _("opened")
    THAWED = "thawed", _("thawed")


class Category(models.Model):
    """`position` is the usual order of the aisles of a shop; `parent` is the group that it belongs to."""

    tenancy = tenancy.catalogue()

    id = models.PositiveSmallIntegerField(primary_key=True)
    slug = models.SlugField(max_length=30)
    name = models.CharField(max_length=60)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    emoji = models.CharField(max_length=8)
    tone = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name, verbose_name_plural = _("category"), _("categories")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                name="pantry_category_slug_once",
                violation_error_message=_("Another category has this slug."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Food(models.Model):
    """Figures are null where nobody knows them. `density` is g per ml; weights are g; `nutrition` is per 100 g by code.

    `piece_weight` is that of a medium one, `package_weight` that of a usual package. `parent` is the food that it is
    a kind of, or can stand in for. `category` is its aisle, `group` its branch of the tree below that.
    """

    tenancy = tenancy.catalogue()

    id = models.PositiveIntegerField(primary_key=True)
    name = models.CharField(max_length=80)
    plural = models.CharField(max_length=80, blank=True)
    name_key = models.CharField(max_length=80)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="foods")
    group = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    emoji = models.CharField(max_length=8, blank=True)
    density = models.DecimalField(max_digits=8, decimal_places=4, null=True)
    piece_weight = models.DecimalField(max_digits=10, decimal_places=3, null=True)
    piece_small = models.DecimalField(max_digits=10, decimal_places=3, null=True)
    piece_large = models.DecimalField(max_digits=10, decimal_places=3, null=True)
    package_weight = models.DecimalField(max_digits=10, decimal_places=3, null=True)
    unit_weights = models.JSONField(default=dict)
    usual_unit = models.CharField(max_length=12, default="g")
    storage = models.CharField(max_length=8, choices=Storage, default=Storage.PANTRY)
    allergens = ArrayField(models.CharField(max_length=12, choices=Allergen), default=list)
    diets = ArrayField(models.CharField(max_length=12, choices=Diet), default=list)
    staple = models.BooleanField(default=False)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    nutrition = models.JSONField(default=dict)
    nutrition_source = models.CharField(max_length=40, blank=True)
    sources = models.TextField(blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("food"), _("foods")
        ordering = ["name_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key"],
                name="pantry_food_name_once",
                violation_error_message=_("Another food has this name."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class FoodAlias(models.Model):
    """Another word for a food: aubergine, eggplant."""

    tenancy = tenancy.catalogue()

    food = models.ForeignKey(Food, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=80)
    name_key = models.CharField(max_length=80)

    class Meta:
        verbose_name, verbose_name_plural = _("food alias"), _("food aliases")
        ordering = ["name_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key"],
                name="pantry_foodalias_name_once",
                violation_error_message=_("This word stands for another food."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class ShelfLife(models.Model):
    """How many days a food usually keeps, by where it is kept and what has been done to it."""

    tenancy = tenancy.catalogue()

    food = models.ForeignKey(Food, on_delete=models.CASCADE, related_name="shelf_lives")
    storage = models.CharField(max_length=8, choices=Storage)
    state = models.CharField(max_length=6, choices=LifeState, default=LifeState.SEALED)
    days = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name, verbose_name_plural = _("shelf life"), _("shelf lives")
        constraints = [
            models.UniqueConstraint(
                fields=["food", "storage", "state"],
                name="pantry_shelflife_once",
                violation_error_message=_("This food has a shelf life there already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.food_id} {self.storage} {self.days}"
