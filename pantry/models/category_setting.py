from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from pantry.models.food import Category
from pantry.models.own_food import MOST_LEAD_DAYS

WALL = tenancy.household()


@audited(WALL)
class CategorySetting(models.Model):
    """How many days ahead a household is told of what must be eaten of a category."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    lead_days = models.PositiveSmallIntegerField(_("days ahead"), validators=[MaxValueValidator(MOST_LEAD_DAYS)])

    class Meta:
        verbose_name, verbose_name_plural = _("category setting"), _("category settings")
        constraints = [
            models.UniqueConstraint(
                fields=["household", "category"],
                name="pantry_categorysetting_once",
                violation_error_message=_("This category is set already."),
            ),
            models.CheckConstraint(
                condition=models.Q(lead_days__lte=MOST_LEAD_DAYS),
                name="pantry_categorysetting_lead_days",
                violation_error_message=_("Give at most 60 days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category_id} {self.lead_days}"
