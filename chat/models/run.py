from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from chat.models.conversation import Conversation
from chat.models.message import Message
from kitchen import tenancy
from kitchen.ids import new_id


class RunState(models.TextChoices):
    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    STOPPED = "stopped", _("stopped")
    FAILED = "failed", _("failed")
    INTERRUPTED = "interrupted", _("interrupted")


UNFINISHED = (RunState.QUEUED, RunState.RUNNING)


class Run(models.Model):
    """One try of the assistant to answer `question` with `answer`, held by a lease that its process renews.

    Of one conversation one runs at a time, the others wait in their order.

    Past `lease_until` the process has died and the run is interrupted. `log` is what the agent's library calls the
    new messages of this run, as JSON: the history of the next one. `last_number` counts its events.
    """

    tenancy = tenancy.household_or_own()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    private_to = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="runs")
    question = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="+")
    answer = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="runs")
    asked_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=11, choices=RunState, default=RunState.QUEUED)
    lease_until = models.DateTimeField(null=True)
    stop_at = models.DateTimeField(null=True)
    last_number = models.PositiveIntegerField(default=0)
    log = models.JSONField(default=list)
    model = models.CharField(max_length=80, blank=True)
    input_tokens = models.PositiveIntegerField(default=0)
    output_tokens = models.PositiveIntegerField(default=0)
    milliseconds = models.PositiveIntegerField(null=True)
    error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("run"), _("runs")
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "conversation"],
                condition=models.Q(state="running"),
                name="chat_run_one_at_a_time",
                violation_error_message=_("The assistant is still answering here."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class RunEvent(models.Model):
    """What happened in a run, numbered from 1: `text` (a piece of it), `tool`, `proposal`, `card`, `end`."""

    tenancy = tenancy.household_or_own()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    private_to = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="events")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "run", "number"],
                name="chat_runevent_number_once",
                violation_error_message=_("Each event has its own number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"
