from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.household import Household
from accounts.models.user import User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id

WALL = tenancy.household()


class Allergen(models.TextChoices):
    """The fourteen of Regulation (EU) No 1169/2011, Annex II."""

    GLUTEN = "gluten", _("cereals with gluten")
    CRUSTACEANS = "crustaceans", _("crustaceans")
    EGGS = "eggs", _("eggs")
    FISH = "fish", _("fish")
    PEANUTS = "peanuts", _("peanuts")
    SOYBEANS = "soybeans", _("soya")
    MILK = "milk", _("milk")
    NUTS = "nuts", _("nuts")
    CELERY = "celery", _("celery")
    MUSTARD = "mustard", _("mustard")
    SESAME = "sesame", _("sesame")
    SULPHITES = "sulphites", _("sulphites")
    LUPIN = "lupin", _("lupin")
    MOLLUSCS = "molluscs", _("molluscs")


class Diet(models.TextChoices):
    VEGETARIAN = "vegetarian", _("vegetarian")
    VEGAN = "vegan", _("vegan")
    PESCATARIAN = "pescatarian", _("fish but no meat")
    GLUTEN_FREE = "gluten-free", _("gluten-free")
    DAIRY_FREE = "dairy-free", _("dairy-free")
    HALAL = "halal", _("halal")
    KOSHER = "kosher", _("kosher")
    NO_PORK = "no-pork", _("no pork")
    NO_ALCOHOL = "no-alcohol", _("no alcohol")


@audited(WALL)
class Eater(models.Model):
    """Somebody who eats here, with or without an account (a child, a grandmother), and what they cannot eat."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="eaters")
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="eaters")
    name = models.CharField(_("name"), max_length=80)
    diets = ArrayField(models.CharField(max_length=12, choices=Diet), default=list, blank=True)
    allergens = ArrayField(models.CharField(max_length=12, choices=Allergen), default=list, blank=True)
    dislikes = models.CharField(_("does not like"), max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("eater"), _("eaters")
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "user"],
                name="accounts_eater_once",
                violation_error_message=_("This person is already at the table."),
            ),
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="accounts_eater_name_given",
                violation_error_message=_("Give this person a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
