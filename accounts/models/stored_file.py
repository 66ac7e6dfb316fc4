from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.household import Household
from kitchen import tenancy
from kitchen.ids import new_id

WALL = tenancy.household()


class StoredFile(models.Model):
    """A file of a household, kept in the database beside its rows, so that walls and backups hold for it as well.

    Its bytes lie in parts, in their order; `sha256` is of the whole, in hexadecimal. The same bytes are kept once.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    name = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("file"), _("files")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "sha256", "media_type"],
                name="accounts_storedfile_once",
                violation_error_message=_("This file is kept already."),
            )
        ]

    def __str__(self) -> str:
        return self.name or str(self.pk)


class StoredPart(models.Model):
    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name, verbose_name_plural = _("part of a file"), _("parts of files")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "file", "number"],
                name="accounts_storedpart_in_order",
                violation_error_message=_("This part of the file is kept already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.file_id} {self.number}"
