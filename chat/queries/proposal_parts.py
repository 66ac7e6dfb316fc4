"""Which parts of a proposal somebody may say otherwise, as they are now."""

import structlog
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Membership
from chat.agent.deps import Kitchen
from chat.agent.editing import EDITS, Part
from chat.models import Proposal, ProposalState
from kitchen.errors import DomainError

log = structlog.get_logger("kitchen.chat")


def parts_of(proposal: Proposal, mine: Membership) -> list[Part]:
    """Refused where nothing can be changed, or what it is about is gone."""
    if proposal.state != ProposalState.OPEN:
        raise DomainError(_("This has been decided already."))
    edit = EDITS.get(proposal.tool)
    if edit is None:
        raise DomainError(_("Nothing of this can be said otherwise: approve it, or decline it."))
    kitchen = Kitchen(proposal.household, mine.user, mine, timezone.localdate(), proposal.run.conversation_id)
    try:
        return edit.parts(kitchen, proposal.arguments)
    except (LookupError, TypeError, ValueError, ArithmeticError) as error:
        log.exception("proposal not understood", tool=proposal.tool)
        raise DomainError(_("The assistant cannot do this any more.")) from error
