from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.utils.translation import gettext_lazy as _

from kitchen import tenancy


class ReferenceSource(models.TextChoices):
    USDA = "usda", "USDA SR28"
    FOODKEEPER = "foodkeeper", "USDA FoodKeeper"
    OFF = "off", "Open Food Facts"


class ReferenceFood(models.Model):
    """A food of a public collection, as operators imported it: found where the catalogue knows nothing.

    `code` is that of the source. `nutrition` is per 100 g by the catalogue's codes, `weights` are g by what they
    weigh ("1 cup, diced"), `shelf_life` days by "fridge.opened", `barcode` a GTIN of 14 digits.
    """

    tenancy = tenancy.catalogue()

    source = models.CharField(max_length=10, choices=ReferenceSource)
    code = models.CharField(max_length=24)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    brand = models.CharField(max_length=80, blank=True)
    group = models.CharField(max_length=80, blank=True)
    barcode = models.CharField(max_length=14, blank=True)
    quantity = models.CharField(max_length=60, blank=True)
    nutrition = models.JSONField(default=dict)
    weights = models.JSONField(default=dict)
    shelf_life = models.JSONField(default=dict)

    class Meta:
        verbose_name, verbose_name_plural = _("reference food"), _("reference foods")
        ordering = ["source", "name_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "code"],
                name="pantry_referencefood_once",
                violation_error_message=_("This food of the collection is here already."),
            )
        ]
        indexes = [
            GinIndex(SearchVector("name_key", config="simple"), name="pantry_reference_words"),
            models.Index(fields=["barcode"], name="pantry_reference_barcode", condition=~models.Q(barcode="")),
        ]

    def __str__(self) -> str:
        return self.name
