from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from pantry.models.food import Storage
from pantry.models.of_food import OfFood

WALL = tenancy.household()


class ProductSource(models.TextChoices):
    OWN = "own", _("said here")
    OFF = "off", "Open Food Facts"
    REFERENCE = "reference", _("an imported collection")


class InStore(models.TextChoices):
    """What the last digits of a code say that a shop printed itself."""

    PRICE = "price", _("the price")
    WEIGHT = "weight", _("the weight")


@audited(WALL)
class Product(OfFood):
    """Something that is sold under a name and a barcode. `pack_amount` in `pack_unit` is what one package holds.

    `nutrition` is per 100 g (or ml) by the catalogue's codes; `shelf_life` days by "fridge.opened", where the package
    says other than the food. `source_url` is where the figures can be seen.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="products")
    name = models.CharField(_("name"), max_length=120)
    name_key = models.CharField(max_length=120, editable=False)
    brand = models.CharField(_("brand"), max_length=80, blank=True)
    pack_amount = models.DecimalField(_("in one package"), max_digits=14, decimal_places=4, null=True, blank=True)
    pack_unit = models.CharField(max_length=12, blank=True)
    nutrition = models.JSONField(default=dict, blank=True)
    storage = models.CharField(_("kept in"), max_length=8, choices=Storage, blank=True)
    shelf_life = models.JSONField(default=dict, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    source = models.CharField(max_length=10, choices=ProductSource, default=ProductSource.OWN)
    source_url = models.URLField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfFood.Meta):
        verbose_name, verbose_name_plural = _("product"), _("products")
        ordering = ["name_key", "id"]
        constraints = [
            *OfFood.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="pantry_product_name_given",
                violation_error_message=_("Give the product a name."),
            ),
            models.CheckConstraint(
                condition=models.Q(pack_amount__isnull=True) | models.Q(pack_amount__gt=0),
                name="pantry_product_pack_positive",
                violation_error_message=_("A package holds more than nothing."),
            ),
        ]
        indexes = [models.Index(fields=["household", "name_key"], name="pantry_product_name")]

    def __str__(self) -> str:
        return self.name


@audited(WALL)
class ProductBarcode(models.Model):
    """A code on a package. `code` has 14 digits; one that a shop printed has zeros for the price or weight in it."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="barcodes")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="barcodes")
    code = models.CharField(max_length=14)
    in_store = models.CharField(max_length=6, choices=InStore, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("barcode"), _("barcodes")
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "code"],
                name="pantry_productbarcode_once",
                violation_error_message=_("Another product has this barcode."),
            ),
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[0-9]{14}$"),
                name="pantry_productbarcode_digits",
                violation_error_message=_("A barcode is kept as 14 digits."),
            ),
        ]

    def __str__(self) -> str:
        return self.code
