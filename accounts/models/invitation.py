import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.household import CODE_LETTERS, Household
from accounts.models.membership import Role
from accounts.models.user import User
from kitchen import tenancy
from kitchen.ids import new_id

WALL = tenancy.household()
INVITED_ROLES = [(role.value, role.label) for role in (Role.ADMIN, Role.MEMBER, Role.GUEST)]


def new_invitation_code() -> str:
    """Ten letters in two groups, for reading aloud: 30**10 codes, guessed at behind a rate limit until it expires."""
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def new_token() -> str:
    return secrets.token_urlsafe(24)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        """Those that still let somebody in."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=timezone.now(), uses__lt=models.F("max_uses"))


class Invitation(models.Model):
    """A way into a household for `max_uses` people until `expires_at`: by code, by link, or by email."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="invitations")
    code = models.CharField(max_length=16, default=new_invitation_code, editable=False)
    token = models.CharField(max_length=48, default=new_token, editable=False)
    email = models.EmailField(_("email address"), blank=True)
    role = models.CharField(_("role"), max_length=6, choices=INVITED_ROLES, default=Role.MEMBER)
    max_uses = models.PositiveSmallIntegerField(_("how many people"), default=1)
    uses = models.PositiveSmallIntegerField(default=0, editable=False)
    expires_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(null=True, editable=False)
    created_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("invitation"), _("invitations")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="accounts_invitation_code_unique",
                violation_error_message=_("Another invitation has this code."),
            ),
            models.UniqueConstraint(
                fields=["token"],
                name="accounts_invitation_token_unique",
                violation_error_message=_("Another invitation has this link."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role for role, _label in INVITED_ROLES]),
                name="accounts_invitation_role_known",
                violation_error_message=_("Invite an admin, a member or a guest."),
            ),
            models.CheckConstraint(
                condition=models.Q(max_uses__gte=1, max_uses__lte=50, uses__lte=models.F("max_uses")),
                name="accounts_invitation_uses_bounded",
                violation_error_message=_("An invitation is for 1 to 50 people."),
            ),
        ]

    def __str__(self) -> str:
        """Not the code: who reads it in a list or a log could come in by it."""
        return f"{self.get_role_display()}, {self.uses}/{self.max_uses}"

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now() and self.uses < self.max_uses
