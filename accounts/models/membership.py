import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.household import Household
from accounts.models.user import User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from kitchen.tenancy import rules

WALL = tenancy.household(also_read=f"user_id = {rules.PERSON}")


# Judged at the end of the transaction, so that handing over may first demote and then promote.
OWNER_KEPT = """
    IF EXISTS (SELECT FROM accounts_household WHERE id = OLD.household_id) AND NOT EXISTS (
        SELECT FROM accounts_membership WHERE household_id = OLD.household_id AND role = 'owner'
    ) THEN
        RAISE EXCEPTION 'a household keeps its owner'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'accounts_membership_owner_kept';
    END IF;
    RETURN NULL;
"""


class Role(models.TextChoices):
    OWNER = "owner", _("owner")
    ADMIN = "admin", _("admin")
    MEMBER = "member", _("member")
    GUEST = "guest", _("guest")


@audited(WALL)
class Membership(models.Model):
    """A person in a household, and what they may do there (docs/roles.md)."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=6, choices=Role, default=Role.MEMBER)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("membership"), _("memberships")
        ordering = ["joined_at", "id"]
        triggers = [
            pgtrigger.Trigger(
                name="owner_kept",
                when=pgtrigger.After,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__role="owner"),
                timing=pgtrigger.Deferred,
                func=OWNER_KEPT,
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "user"],
                name="accounts_membership_once",
                violation_error_message=_("This person is already in the household."),
            ),
            models.UniqueConstraint(
                fields=["household"],
                condition=models.Q(role="owner"),
                name="accounts_membership_one_owner",
                violation_error_message=_("A household has exactly one owner."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values),
                name="accounts_membership_role_known",
                violation_error_message=_("Choose one of the roles."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"

    @property
    def runs_household(self) -> bool:
        """Whether settings, members and invitations are theirs to change."""
        return self.role in (Role.OWNER, Role.ADMIN)

    @property
    def is_guest(self) -> bool:
        return self.role == Role.GUEST
