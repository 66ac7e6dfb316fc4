from django.db import models
from django.utils.translation import gettext_lazy as _

from kitchen import tenancy
from kitchen.ids import new_id
from kitchen.partitions import Monthly


class Stone(models.Model):
    """An anonymous mark that history was erased, on request or after its time: what, when, how many rows; not whose."""

    tenancy = tenancy.sealed()

    what = models.CharField(max_length=20)
    rows = models.BigIntegerField()
    erased_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(what__in=["household", "person", "month", "audit"]),
                name="kitchen_stone_what_known",
                violation_error_message=_("A stone is set for a household, a person or what was past its time."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.erased_at:%Y-%m-%d}"


class BackupRun(models.Model):
    """A backup that was tried: when, how it ended, how large it is and where it lies, or why there is none."""

    tenancy = tenancy.system("SELECT")
    GOOD, FAILED = "good", "failed"

    started_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    outcome = models.CharField(max_length=6)
    bytes = models.BigIntegerField(null=True)
    place = models.TextField()
    error = models.TextField(blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("backup"), _("backups")
        indexes = [models.Index(fields=["-started_at"], name="kitchen_backuprun_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="good", bytes__gt=0, error="")
                | (models.Q(outcome="failed", bytes=None) & ~models.Q(error="")),
                name="kitchen_backuprun_outcome_whole",
                violation_error_message=_("A good backup has a size, a failed one a reason."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.started_at:%Y-%m-%d %H:%M}"


class ApiRequest(models.Model):
    """One request as figures, or one that stands for several like it; who asked for what is not in it.

    Every error and slow request is kept, of the others a sample. `route` is the name of a URL.
    """

    tenancy = tenancy.noted()
    partitions = Monthly("FIGURES_MONTHS")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    route = models.CharField(max_length=100)
    method = models.CharField(max_length=7)
    status = models.PositiveSmallIntegerField()
    seconds = models.FloatField()
    queries = models.PositiveIntegerField()
    query_seconds = models.FloatField()
    bytes = models.PositiveBigIntegerField()
    stands_for = models.PositiveIntegerField()

    class Meta:
        verbose_name, verbose_name_plural = _("request"), _("requests")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stands_for__gte=1),
                name="kitchen_apirequest_stands_for_some",
                violation_error_message=_("A request stands for itself at least."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.route} {self.status}"


class PerformanceMetric(models.Model):
    """A figure of a minute: memory and connections of a process, sizes of the database."""

    tenancy = tenancy.noted()
    partitions = Monthly("FIGURES_MONTHS")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    name = models.CharField(max_length=60)
    value = models.FloatField()
    unit = models.CharField(max_length=10, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("performance metric"), _("performance metrics")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.name} {self.value:g} {self.unit}".strip()
