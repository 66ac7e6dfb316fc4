import hashlib
import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from chat.models.message import Message
from chat.models.run import Run
from kitchen import tenancy
from kitchen.audit import audited
from kitchen.ids import new_id

WALL = tenancy.household_or_own()


class ProposalState(models.TextChoices):
    OPEN = "open", _("waiting for you")
    APPROVED = "approved", _("approved")
    DENIED = "denied", _("declined")
    EXPIRED = "expired", _("expired")
    FAILED = "failed", _("could not be done")


def mark_of(effect: list[Any]) -> str:
    """Tells one effect from another: a yes names what it was said to."""
    return hashlib.sha256(json.dumps(effect, sort_keys=True).encode()).hexdigest()[:16]


@audited(WALL)
class Proposal(models.Model):
    """A change that the assistant proposes: `tool` with `arguments`, done by the click of whoever approves it.

    `effect` is what it would do, as lines for people; `result` what was said when it was done or refused. `activity`
    is the line of the feed that undoes it. `call_id` is the agent's name for the call. `large` asks for a second look;
    `edited` says that a person changed it before agreeing, `unasked` that the household's habit agreed for them.
    """

    tenancy = WALL

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    private_to = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="proposals")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="proposals")
    call_id = models.CharField(max_length=80)
    tool = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    effect = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=ProposalState, default=ProposalState.OPEN)
    large = models.BooleanField(default=False)
    edited = models.BooleanField(default=False)
    unasked = models.BooleanField(default=False)
    result = models.CharField(max_length=300, blank=True)
    activity = models.UUIDField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("proposal"), _("proposals")
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "run", "call_id"],
                name="chat_proposal_call_once",
                violation_error_message=_("This has been proposed already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.tool} {self.state}"
