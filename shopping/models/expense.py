from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id

WALL = tenancy.household()


class SplitMode(models.TextChoices):
    EQUAL = "equal", _("in equal parts")
    EXACT = "exact", _("by amounts")
    PERCENT = "percent", _("by percent")
    SHARES = "shares", _("by shares")
    ITEMS = "items", _("thing by thing")


@audited(WALL)
class Expense(models.Model):
    """A bill that somebody paid for several. Its shares sum up to `total`, to the cent, whichever way it was split.

    `paid_by_name` is kept for who leaves.

    `conversation` is where it was told, if in one: an id only, as conversations build on this and may be gone.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="expenses")
    title = models.CharField(_("what for"), max_length=120)
    total = models.DecimalField(_("total"), max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3, validators=[RegexValidator(r"^[A-Z]{3}$", _("Use a code like EUR."))])
    mode = models.CharField(_("split"), max_length=7, choices=SplitMode, default=SplitMode.EQUAL)
    conversation = models.UUIDField(null=True)
    paid_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    paid_by_name = models.CharField(max_length=80, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("expense"), _("expenses")
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(total__gt=0),
                name="shopping_expense_positive",
                violation_error_message=_("A bill is for more than nothing."),
            )
        ]

    def __str__(self) -> str:
        return self.title


@audited(WALL)
class ExpenseShare(models.Model):
    """What one person owes of it, the payer's own part included. `name` is kept for who leaves.

    `weight` is the percent or the number of shares that was agreed on; null for the other ways to split.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    expense = models.ForeignKey(Expense, on_delete=models.CASCADE, related_name="shares")
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=80)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    weight = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    position = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("share"), _("shares")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=0),
                name="shopping_expenseshare_not_negative",
                violation_error_message=_("Nobody pays less than nothing."),
            ),
            models.UniqueConstraint(
                fields=["household", "expense", "user"],
                name="shopping_expenseshare_once",
                violation_error_message=_("This person has a share already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.amount}"


@audited(WALL)
class ExpenseItem(models.Model):
    """One thing on a bill that is split thing by thing, and the `people` (ids of users) who share it equally."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    expense = models.ForeignKey(Expense, on_delete=models.CASCADE, related_name="items")
    name = models.CharField(max_length=120)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    people = ArrayField(models.UUIDField())
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name, verbose_name_plural = _("thing on a bill"), _("things on bills")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.name} {self.amount}"
