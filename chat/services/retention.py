"""What is settled and forgotten by the clock. It reaches across households, so it looks as the owner."""

from datetime import datetime, timedelta

from chat.models import Attachment, Conversation, Run, RunEvent
from chat.models.run import UNFINISHED
from chat.runs.ledger import interrupt_overdue
from kitchen import tenancy

# So long a deleted conversation can be taken back.
DELETED_KEPT = timedelta(days=30)
# A file that was put beside a message which nobody sent.
UNSENT_KEPT = timedelta(days=2)
PIECES = ("text", "thinking")
# A page that was away for longer is given the whole message.
PIECES_KEPT = timedelta(days=1)


def settle_left(now: datetime) -> int:
    """Answers whose process is gone are settled as interrupted, also where nobody looks; how many."""
    left = Run.objects.using("owner").filter(state__in=UNFINISHED, lease_until__lt=now)
    settled = 0
    for run, household, private_to in left.values_list("pk", "household_id", "private_to_id"):
        with tenancy.scope(household=household, person=private_to):
            settled += interrupt_overdue(pk=run)
    return settled


def forget_old(now: datetime) -> dict[str, int]:
    """Delete what is past its time at `now`; how many rows of each kind went."""
    gone = {
        "files": Attachment.objects.using("owner").filter(message=None, created_at__lt=now - UNSENT_KEPT),
        "conversations": Conversation.objects.using("owner").filter(deleted_at__lt=now - DELETED_KEPT),
        "pieces": RunEvent.objects.using("owner").filter(kind__in=PIECES, run__finished_at__lt=now - PIECES_KEPT),
    }
    return {kind: rows.delete()[0] for kind, rows in gone.items()}
