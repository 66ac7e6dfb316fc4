"""What accounts says of its own tables."""

from accounts.models import Activity
from accounts.transfer.registries import checks, left_out
from accounts.transfer.values import BrokenError
from accounts.verbs import BROUGHT, verbs

LEFT_OUT = {
    "accounts.Membership": "people are told as stubs; who brings the household in owns it",
    "accounts.Invitation": "a code or a link that lets somebody in is no content",
    "accounts.DigestDelivery": "that a day was told is asked about on that day only",
    "accounts.Notice": "open pages are told of changes here, not elsewhere",
    "accounts.NoticeCounter": "counts the notices of one installation",
    "accounts.StaffEntry": "visits by the staff of one installation",
    "accounts.StoredPart": "the bytes lie in the file as files",
}


def check_activity(row: Activity) -> None:
    """It can be told. What was done elsewhere is not undone here: that is asked of the ids and facts of a stranger."""
    row.facts = {**row.facts, BROUGHT: True}
    if verb := verbs.get(row.verb):
        verb.tell(row, "")
    if any(not isinstance(one, str) for one in row.facts.get("stays", [])):
        raise BrokenError("no words")


def register() -> None:
    for label, why in LEFT_OUT.items():
        left_out.register(label, why)
    checks.register("accounts.Activity", check_activity)
