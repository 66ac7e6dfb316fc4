"""What the assistant may do unasked, told to whoever reads along."""

from django.utils.translation import gettext as _

from chat.models import Approvals
from chat.viewer import Viewer


def habit_told(approvals: str, viewer: Viewer) -> str:
    """Guests are always asked."""
    if viewer.at_table and approvals == Approvals.LARGE:
        return _("It looks things up by itself. Small changes it makes at once, before large ones it asks you.")
    if viewer.at_table and approvals == Approvals.NEVER:
        return _("It looks things up and makes changes by itself. What it did can be taken back.")
    return _("It looks things up by itself. What changes something it proposes, and you decide.")
