"""The conversations of the cast: a long one with everything around its messages, and others to fill the list."""

from accounts.models import Household, User
from chat.models import ProposalState
from tests.database import as_owner
from tests.factories import (
    AIModelResultFactory,
    AttachmentFactory,
    ConversationFactory,
    MemoryNoteFactory,
    MessageFactory,
    ProposalFactory,
    RunFactory,
)

# Words that only rows of the tests hold, so that a page may show them untranslated.
TALK, SAID = "Quenchable", "Mumbleworth"


def cast_talks(household: Household, owner: User, many: int) -> dict[str, object]:
    """What stands in the URLs of chat."""
    talks = [ConversationFactory(household=household, started_by=owner, title=TALK) for _ in range(many)]
    talk = talks[0]
    for number in range(1, 2 * many, 2):
        question = MessageFactory(conversation=talk, number=number, text=SAID)
        run = RunFactory(question=question, answer__text=SAID, answer__sources=[])
        file = AttachmentFactory(conversation=talk, message=question, name=SAID, said=SAID)
    with as_owner():
        talk.last_number = 2 * many
        talk.save()
    ProposalFactory(run=run, effect=[{"name": SAID}])
    declined = ProposalFactory(run=run, effect=[{"name": SAID}], state=ProposalState.DENIED, result=SAID)
    for number in range(many):
        AIModelResultFactory(household=household, asked_by=owner, model=f"{TALK}{number}", outcome="failed")
    notes = [MemoryNoteFactory(household=household, text=SAID, said_by=owner) for _ in range(many)]
    return {
        "chat:note": notes[0].pk,
        "chat:attachment": file.pk,
        "chat:attachment:conversation": talk.pk,
        "chat:conversation": talk.pk,
        "chat:message": talk.pk,
        "chat:branch": run.answer_id,
        "chat:run": run.pk,
        "chat:proposal": declined.pk,
    }
