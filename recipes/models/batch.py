from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, StoredFile, User
from kitchen import tenancy
from kitchen.ids import new_id
from recipes.models.recipe import Recipe

WALL = tenancy.household()


class ImportWay(models.TextChoices):
    ADDRESS = "address", _("from the web")
    TEXT = "text", _("pasted")
    UPLOADS = "uploads", _("from files")
    PAGE = "page", _("from the browser")


class ImportState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    MAPPING = "mapping", _("waiting for its columns")
    RUNNING = "running", _("being read")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    UNDONE = "undone", _("undone")


class ImportBatch(models.Model):
    """What somebody brought along at once, and how far it has been read. Counts are of its lines."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    operation = models.UUIDField(default=new_id)
    way = models.CharField(max_length=8, choices=ImportWay)
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.WAITING)
    title = models.CharField(max_length=200, blank=True)
    expected = models.PositiveIntegerField(null=True)
    imported = models.PositiveIntegerField(default=0)
    already = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("import"), _("imports")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "operation"],
                name="recipes_importbatch_once",
                violation_error_message=_("This import has begun already."),
            )
        ]
        indexes = [models.Index(fields=["household", "-created_at"], name="recipes_import_newest")]

    def __str__(self) -> str:
        return self.title or str(self.pk)


class ImportSource(models.Model):
    """One file, text or address of an import. `mapping` says which column of a table is what; `why` why it failed."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="sources")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.SET_NULL, null=True, related_name="+")
    mapping = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.WAITING)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("source of an import"), _("sources of imports")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "batch", "number"],
                name="recipes_importsource_numbered",
                violation_error_message=_("The import has a source of this number."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.url


class ImportOutcome(models.TextChoices):
    IMPORTED = "imported", _("brought in")
    ALREADY = "already", _("here already")
    FAILED = "failed", _("not read")


class ImportLine(models.Model):
    """What became of one recipe of an import. `number` is its place in the source, from 1."""

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="lines")
    source = models.ForeignKey(ImportSource, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    outcome = models.CharField(max_length=8, choices=ImportOutcome)
    recipe = models.ForeignKey(Recipe, on_delete=models.SET_NULL, null=True, related_name="+")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("line of an import"), _("lines of imports")
        ordering = ["source", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "source", "number"],
                name="recipes_importline_numbered",
                violation_error_message=_("This line has been read already."),
            )
        ]
        indexes = [models.Index(fields=["household", "batch", "outcome"], name="recipes_import_lines")]

    def __str__(self) -> str:
        return self.name
