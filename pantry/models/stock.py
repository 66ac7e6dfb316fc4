from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from pantry.models.of_food import OfFood
from pantry.models.place import Place
from pantry.models.product import Product

WALL = tenancy.household()
NOT_NEGATIVE = _("There cannot be less than nothing of it.")


class Rough(models.TextChoices):
    """How much of something is left, where nobody weighs it: outside the ledger's sums."""

    SOME = "some", _("some")
    HALF = "half", _("about half")
    LITTLE = "little", _("a little")


class DateKind(models.TextChoices):
    USE_BY = "use_by", _("use by")
    BEST_BEFORE = "best_before", _("best before")
    ESTIMATED = "estimated", _("estimated")


class DateWhy(models.TextChoices):
    """Where the date comes from by which a lot should be eaten."""

    PRINTED = "printed", _("printed on the package")
    SAID = "said", _("set by hand")
    KEPT = "kept", _("how long it keeps there")
    OPENED = "opened", _("opened")
    FROZEN = "frozen", _("frozen")
    THAWED = "thawed", _("thawed")


@audited(WALL)
class StockItem(OfFood):
    """A lot: one food bought or made together, in one place, with one date.

    `amount` in `unit` is what is left, null for a rough amount. `pack` is how much one package holds, in the same
    unit. `name` is what people called it; no food where nobody knows which it is. `printed_on` is the date on the
    package and stays; `use_by` is the one that counts, with `date_why` and, where it was reckoned, its `date_days`.
    `price` was paid for `price_amount` in `price_unit`. `finished_at` is when the last of it went.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="stock")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, null=True, blank=True, related_name="stock")
    name = models.CharField(_("what it is"), max_length=120)
    name_key = models.CharField(max_length=120, editable=False)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=4, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=12, default="piece")
    pack = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    rough = models.CharField(_("about how much"), max_length=8, choices=Rough, blank=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="stock")
    use_by = models.DateField(_("to be eaten by"), null=True, blank=True)
    date_kind = models.CharField(_("kind of date"), max_length=12, choices=DateKind, blank=True)
    date_why = models.CharField(max_length=8, choices=DateWhy, blank=True)
    date_days = models.PositiveSmallIntegerField(null=True, blank=True)
    printed_on = models.DateField(_("date on the package"), null=True, blank=True)
    printed_kind = models.CharField(max_length=12, choices=DateKind, blank=True)
    opened_on = models.DateField(_("opened"), null=True, blank=True)
    frozen_on = models.DateField(_("frozen"), null=True, blank=True)
    thawed_on = models.DateField(_("thawed"), null=True, blank=True)
    price = models.DecimalField(_("price"), max_digits=12, decimal_places=2, null=True, blank=True)
    price_amount = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    price_unit = models.CharField(max_length=12, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    counted_on = models.DateField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfFood.Meta):
        verbose_name, verbose_name_plural = _("lot"), _("lots")
        ordering = [models.F("use_by").asc(nulls_last=True), "name_key", "id"]
        constraints = [
            *OfFood.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True) | models.Q(amount__gte=0),
                name="pantry_stockitem_not_negative",
                violation_error_message=NOT_NEGATIVE,
            ),
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True) ^ models.Q(rough=""),
                name="pantry_stockitem_amount_or_rough",
                violation_error_message=_("Say how much there is: an amount, or roughly."),
            ),
            models.CheckConstraint(
                condition=models.Q(price__isnull=True) | models.Q(price__gte=0),
                name="pantry_stockitem_price",
                violation_error_message=_("A price is not below zero."),
            ),
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="pantry_stockitem_name_given",
                violation_error_message=_("Say what it is."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["household", "use_by"], name="pantry_stock_urgency", condition=models.Q(finished_at=None)
            ),
            models.Index(fields=["household", "food"], name="pantry_stock_food", condition=models.Q(finished_at=None)),
            models.Index(
                fields=["household", "own_food"], name="pantry_stock_own", condition=models.Q(finished_at=None)
            ),
            models.Index(fields=["household", "name_key"], name="pantry_stock_name"),
        ]

    def __str__(self) -> str:
        return self.name
