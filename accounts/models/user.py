from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id

# A person is seen by the members of the household in scope, and by the doors that sign people in.
WALL = tenancy.identity(
    "id", also_read=f"id IN (SELECT user_id FROM accounts_membership WHERE household_id = {tenancy.rules.HOUSEHOLD})"
)


class UserRole(models.TextChoices):
    PERSON = "person", _("person")
    STAFF = "staff", _("staff")
    ADMIN = "admin", _("administrator")


class Onboarding(models.TextChoices):
    INCOMPLETE = "incomplete", _("incomplete")
    COMPLETE = "complete", _("complete")
    SKIPPED = "skipped", _("skipped")


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, role=UserRole.ADMIN, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


@audited(WALL, exclude=["password", "last_login", "preferences"])
class User(AbstractBaseUser):
    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(_("email address"), max_length=254)
    username = models.CharField(  # noqa: DJ001  (unique, and most people have none)
        _("username"),
        max_length=40,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^[\w.-]{3,40}$", _("Use 3 to 40 letters, digits, dots, hyphens or underscores."))],
    )
    name = models.CharField(_("name"), max_length=80, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    language = models.CharField(_("language"), max_length=12, default="en")
    preferences = models.JSONField(default=dict, blank=True)
    role = models.CharField(_("role"), max_length=8, choices=UserRole, default=UserRole.PERSON)
    is_active = models.BooleanField(_("active"), default=True)
    onboarding = models.CharField(max_length=10, choices=Onboarding, default=Onboarding.INCOMPLETE)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name, verbose_name_plural = _("person"), _("people")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_unique",
                violation_error_message=_("Somebody already uses this email address."),
            ),
            models.UniqueConstraint(
                Lower("username"),
                name="accounts_user_username_unique",
                violation_error_message=_("This username is taken."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=UserRole.values),
                name="accounts_user_role_known",
                violation_error_message=_("Choose one of the roles."),
            ),
            models.CheckConstraint(
                condition=models.Q(onboarding__in=Onboarding.values),
                name="accounts_user_onboarding_known",
                violation_error_message=_("Onboarding is incomplete, complete or skipped."),
            ),
        ]

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """The name that others read: the name, else the part of the address before the @."""
        return self.name or self.username or self.email.partition("@")[0]

    def get_full_name(self) -> str:
        return self.called

    @property
    def is_staff(self) -> bool:
        return self.role in (UserRole.STAFF, UserRole.ADMIN)

    @property
    def is_superuser(self) -> bool:
        return self.role == UserRole.ADMIN

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Staff look; administrators also change. Neither reaches a household without entering it."""
        del obj
        verb = perm.partition(".")[2].partition("_")[0]
        return self.is_active and (self.is_superuser or (self.is_staff and verb == "view"))

    def has_perms(self, perms: list[str], obj: object = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:
        del app_label
        return self.is_active and self.is_staff
