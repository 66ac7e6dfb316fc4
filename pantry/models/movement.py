from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.models.place import Place
from pantry.models.stock import StockItem


class MovementKind(models.TextChoices):
    ADDED = "added", _("added")
    CONSUMED = "consumed", _("used")
    WASTED = "wasted", _("thrown away")
    MOVED = "moved", _("moved")
    CORRECTED = "corrected", _("corrected")
    OPENED = "opened", _("opened")
    FROZEN = "frozen", _("frozen")
    THAWED = "thawed", _("thawed")
    SPLIT = "split", _("split")
    MERGED = "merged", _("put together")
    COUNTED = "counted", _("counted")


class WasteReason(models.TextChoices):
    SPOILED = "spoiled", _("it went off")
    PAST_DATE = "past_date", _("past its date")
    LEFT_OVER = "left_over", _("too much was made")
    NOT_LIKED = "not_liked", _("nobody liked it")
    BROKEN = "broken", _("dropped or broken")
    OTHER = "other", _("something else")


class StockMovementQuerySet(models.QuerySet["StockMovement"]):
    def standing(self) -> "StockMovementQuerySet":
        """Those that have neither been taken back nor take one back."""
        return self.filter(undoes=None, undone_by=None)


class StockMovement(models.Model):
    """One line of a lot's ledger, added and never changed.

    `delta` in `unit` is what came (+) or went (-), null for a rough lot. The deltas in a lot's unit sum up to its
    amount; those in any unit that it had before sum up to nothing. `changes` are the fields of the lot that the line
    set, each with what it was and what it became; a lot is what its standing lines set last. `value` is the money
    that came or went with it. One thing that a person did is one `operation`,
    whose id their form brought: what arrives twice is done once. `undoes` is the line that this one takes back.
    """

    # Without UPDATE: a ledger is only ever added to. DELETE goes with the household.
    tenancy = tenancy.household(rights=("SELECT", "INSERT", "DELETE"))

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="movements")
    item = models.ForeignKey(StockItem, on_delete=models.CASCADE, related_name="movements")
    operation = models.UUIDField()
    kind = models.CharField(max_length=10, choices=MovementKind)
    delta = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    unit = models.CharField(max_length=12)
    changes = models.JSONField(default=dict)
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    reason = models.CharField(max_length=12, choices=WasteReason, blank=True)
    from_place = models.ForeignKey(Place, on_delete=models.CASCADE, null=True, related_name="+")
    to_place = models.ForeignKey(Place, on_delete=models.CASCADE, null=True, related_name="+")
    # Who is erased is taken out by the owner's function; an update by a door would be refused.
    by = models.ForeignKey(User, on_delete=models.DO_NOTHING, null=True, related_name="+")
    undoes = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="undone_by")
    # What is brought along from elsewhere happened before.
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = StockMovementQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("movement"), _("movements")
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "operation", "item", "unit"],
                name="pantry_stockmovement_once",
                violation_error_message=_("This has been done already."),
            ),
            models.UniqueConstraint(
                fields=["household", "undoes"],
                name="pantry_stockmovement_undone_once",
                violation_error_message=_("This has been undone already."),
            ),
        ]
        indexes = [
            models.Index(fields=["household", "item", "created_at"], name="pantry_movement_item"),
            models.Index(fields=["household", "kind", "created_at"], name="pantry_movement_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.delta} {self.unit}"
