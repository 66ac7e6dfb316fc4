import secrets

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from kitchen.tenancy import rules

# Without 0, 1, i, l, o, u: codes are read aloud, and make no words.
CODE_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"

# The switcher shows a person's own households outside any of them; staff choose from the list which to enter.
WALL = tenancy.household(
    "id",
    also_read=f"id IN (SELECT household_id FROM accounts_membership WHERE user_id = {rules.PERSON}) OR {rules.STAFF}",
)


def new_code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(8))


@audited(WALL)
class Household(models.Model):
    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=16, default=new_code, editable=False)
    name = models.CharField(_("name"), max_length=60)
    emoji = models.CharField(_("picture"), max_length=8, default="🥣")
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Use a code like EUR."))],
    )
    country = models.CharField(
        _("country"), max_length=2, blank=True, validators=[RegexValidator(r"^[A-Z]{2}$", _("Use a code like DE."))]
    )
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    digest_hour = models.PositiveSmallIntegerField(_("hour of the digest"), default=7)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("household"), _("households")
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="accounts_household_code_unique",
                violation_error_message=_("Another household has this code."),
            ),
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="accounts_household_name_given",
                violation_error_message=_("Give the household a name."),
            ),
            models.CheckConstraint(
                condition=models.Q(digest_hour__lte=23),
                name="accounts_household_digest_hour",
                violation_error_message=_("An hour is from 0 to 23."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
