"""Which assistant a household has, what it may do unasked, what it remembers, and what it has cost."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id


class ModelSource(models.TextChoices):
    INSTALLATION = "site", _("what this installation offers")
    BUILTIN = "builtin", _("the built-in assistant")
    OWN = "own", _("a model of our own")


class Provider(models.TextChoices):
    OPENAI = "openai", _("OpenAI, or what speaks like it (Ollama, llama.cpp, vLLM, LM Studio)")
    ANTHROPIC = "anthropic", _("Anthropic")


class Approvals(models.TextChoices):
    ALWAYS = "always", _("Ask before every change")
    LARGE = "large", _("Ask before large changes")
    NEVER = "never", _("Change without asking; everything can be taken back")


class AssistantSettings(models.Model):
    """Without a row as the fields begin. `sealed_key` is the provider's key, encrypted; no page shows it again.

    Prices are for a million tokens, in the household's currency. Not audited: the key must not be copied.
    """

    tenancy = tenancy.household()

    household = models.OneToOneField(Household, on_delete=models.CASCADE, primary_key=True, related_name="assistant")
    source = models.CharField(_("who answers"), max_length=7, choices=ModelSource, default=ModelSource.INSTALLATION)
    provider = models.CharField(_("it speaks like"), max_length=9, choices=Provider, default=Provider.OPENAI)
    base_url = models.CharField(_("address"), max_length=300, blank=True)
    model = models.CharField(_("model"), max_length=80, blank=True)
    sealed_key = models.TextField(blank=True)
    input_price = models.DecimalField(
        _("price of what it reads"), max_digits=9, decimal_places=4, null=True, blank=True
    )
    output_price = models.DecimalField(
        _("price of what it writes"), max_digits=9, decimal_places=4, null=True, blank=True
    )
    daily_tokens = models.PositiveIntegerField(_("tokens a day"), null=True, blank=True)
    approvals = models.CharField(_("changes"), max_length=6, choices=Approvals, default=Approvals.ALWAYS)
    tried_at = models.DateTimeField(null=True)
    tried_well = models.BooleanField(null=True)
    tried_said = models.CharField(max_length=300, blank=True)
    changed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = _("settings of the assistant"), _("settings of the assistant")

    def __str__(self) -> str:
        return self.source


class MemoryNote(models.Model):
    """Something that the assistant was asked to remember: for one person, or for the household where it is nobody's."""

    tenancy = tenancy.household_or_own()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    private_to = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")
    text = models.CharField(_("what to remember"), max_length=300)
    said_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("remembered note"), _("remembered notes")
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        # Where rows are named to staff: what is remembered is the household's own.
        return str(self.pk)


class AIModelResult(models.Model):
    """What one request to a model took; no word of what was said. `run` is an id only: usage outlives conversations.

    `purpose` is answer, title, summary or trial; `outcome` done, stopped, failed, slow or refused. `cost` is in
    `currency`, null where nobody has said what the model costs.
    """

    tenancy = tenancy.household()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    run = models.UUIDField(null=True)
    asked_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    purpose = models.CharField(max_length=8, default="answer")
    source = models.CharField(max_length=7, choices=ModelSource)
    provider = models.CharField(max_length=9, blank=True)
    model = models.CharField(max_length=80)
    input_tokens = models.PositiveIntegerField(default=0)
    output_tokens = models.PositiveIntegerField(default=0)
    first_words = models.PositiveIntegerField(null=True)  # milliseconds
    milliseconds = models.PositiveIntegerField()
    outcome = models.CharField(max_length=8)
    cost = models.DecimalField(max_digits=12, decimal_places=6, null=True)
    currency = models.CharField(max_length=3, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("result of a model"), _("results of models")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["household", "-created_at"], name="chat_aimodelresult_newest"),
            models.Index(fields=["household", "run"], name="chat_aimodelresult_of_run"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.outcome}"
