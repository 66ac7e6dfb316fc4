from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from chat.models.conversation import Conversation
from kitchen import tenancy
from kitchen.ids import new_id


class MessageRole(models.TextChoices):
    PERSON = "person", _("person")
    ASSISTANT = "assistant", _("assistant")


class MessageState(models.TextChoices):
    RUNNING = "running", _("writing")
    DONE = "done", _("done")
    STOPPED = "stopped", _("stopped")
    FAILED = "failed", _("failed")
    INTERRUPTED = "interrupted", _("interrupted")


class Card(models.TextChoices):
    """What stands beside the text, drawn from `payload`: ids of what it shows, never its words."""

    NONE = "", _("none")
    LOTS = "lots", _("lots")
    RECIPES = "recipes", _("recipes")
    RECIPE = "recipe", _("recipe")
    LIST = "list", _("list")
    COMPARISON = "comparison", _("comparison")
    TRACKER = "tracker", _("tracker")
    SPLIT = "split", _("split")


class Message(models.Model):
    """`text` is Markdown. `agent` is the set of tools that answered; `confidence` is our own matcher's, or null.

    `sources` are what the answer rests on: `[{"kind": "lot", "id": …, "title": …}]`. `parent` is what it follows; an
    answer that is tried anew and a question that is put otherwise are further children of the same one, of which the
    branch with `shown` is on the page. `thinking` is what a model said to itself, `warnings` what our own check found
    against the answer: `[{"kind": "allergen", "text": …}]`, drawn above it.
    """

    tenancy = tenancy.household_or_own()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    private_to = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages")
    number = models.PositiveIntegerField()
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    shown = models.BooleanField(default=True)
    role = models.CharField(max_length=9, choices=MessageRole)
    author = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=20_000, blank=True)
    thinking = models.TextField(max_length=20_000, blank=True)
    state = models.CharField(max_length=11, choices=MessageState, default=MessageState.DONE)
    agent = models.CharField(max_length=20, blank=True)
    confidence = models.DecimalField(max_digits=4, decimal_places=3, null=True)
    sources = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    card = models.CharField(max_length=10, choices=Card, default=Card.NONE, blank=True)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("message"), _("messages")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "conversation", "number"],
                name="chat_message_number_once",
                violation_error_message=_("Each message has its own number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.role}"
