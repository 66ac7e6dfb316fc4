from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from kitchen import tenancy
from kitchen.ids import new_id

WALL = tenancy.person()


class FileWay(models.TextChoices):
    OUT = "out", _("made of a household")
    IN = "in", _("brought along")


class FileState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("being worked on")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


MOVING = (FileState.WAITING, FileState.RUNNING)


class HouseholdFile(models.Model):
    """The file of a household that is being made for one person, or that one person has brought: nobody else's to see.

    `household` is the id of what it is made of, or what has become of it: no foreign key, as it may go before the file
    is forgotten. `why` says why nothing came of it.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=3, choices=FileWay)
    household = models.UUIDField(null=True)
    name = models.CharField(max_length=200)
    state = models.CharField(max_length=7, choices=FileState, default=FileState.WAITING)
    size = models.PositiveBigIntegerField(default=0)
    why = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("file of a household"), _("files of households")
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["user", "-created_at"], name="accounts_householdfile_newest")]

    def __str__(self) -> str:
        return f"{self.way} {self.state}"


class HouseholdFilePart(models.Model):
    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey(HouseholdFile, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name, verbose_name_plural = _("part of a household's file"), _("parts of households' files")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "file", "number"],
                name="accounts_householdfilepart_in_order",
                violation_error_message=_("This part of the file is kept already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.file_id} {self.number}"
