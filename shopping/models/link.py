import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id
from shopping.models.shopping_list import ShoppingList

WALL = tenancy.household()


def new_token() -> str:
    return secrets.token_urlsafe(24)


@audited(WALL, exclude=["token"])
class ListLink(models.Model):
    """An address under which whoever has it sees one list and ticks on it, until it is revoked."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    shopping_list = models.ForeignKey(ShoppingList, on_delete=models.CASCADE, related_name="links")
    token = models.CharField(max_length=48, default=new_token, editable=False)
    created_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("link of a list"), _("links of lists")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["token"],
                name="shopping_listlink_token_unique",
                violation_error_message=_("Another link has this address."),
            ),
            models.UniqueConstraint(
                fields=["household", "shopping_list"],
                condition=models.Q(revoked_at=None),
                name="shopping_listlink_one_open",
                violation_error_message=_("This list has a link already."),
            ),
        ]

    def __str__(self) -> str:
        """Not the token: who reads it in a list or a log could open the list."""
        return str(self.shopping_list_id)
