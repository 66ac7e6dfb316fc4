from datetime import timedelta

import factory
from django.utils import timezone

from chat import models
from tests.database import as_owner
from tests.factories.accounts import HouseholdFactory, UserFactory
from tests.factories.base import RowFactory


class ConversationFactory(RowFactory):
    """The household's; with the trait `solo` that of `started_by` alone."""

    class Meta:
        model = models.Conversation

    household = factory.SubFactory(HouseholdFactory)
    started_by = factory.SubFactory(UserFactory)
    kind = models.ConversationKind.GROUP
    title = "What to cook"

    class Params:
        solo = factory.Trait(kind=models.ConversationKind.SOLO, private_to=factory.SelfAttribute("started_by"))


def before(conversation: models.Conversation, number: int) -> models.Message | None:
    with as_owner():
        return models.Message.objects.filter(conversation=conversation, number=number - 1).first()


class MessageFactory(RowFactory):
    """Somebody's, in a conversation; `number` must be told."""

    class Meta:
        model = models.Message

    conversation = factory.SubFactory(ConversationFactory)
    household_id = factory.SelfAttribute("conversation.household_id")
    private_to_id = factory.SelfAttribute("conversation.private_to_id")
    number = 1
    parent = factory.LazyAttribute(lambda message: before(message.conversation, message.number))
    role = models.MessageRole.PERSON
    author = factory.Maybe(
        factory.LazyAttribute(lambda message: message.role == models.MessageRole.PERSON),
        factory.SelfAttribute("conversation.started_by"),
        None,
    )
    text = "What is left?"


class RunFactory(RowFactory):
    """Ended well, unless said otherwise."""

    class Meta:
        model = models.Run

    question = factory.SubFactory(MessageFactory)
    household_id = factory.SelfAttribute("question.household_id")
    private_to_id = factory.SelfAttribute("question.private_to_id")
    conversation_id = factory.SelfAttribute("question.conversation_id")
    asked_by_id = factory.SelfAttribute("question.author_id")
    answer = factory.SubFactory(
        MessageFactory,
        conversation=factory.SelfAttribute("..question.conversation"),
        number=factory.LazyAttribute(lambda message: message.factory_parent.question.number + 1),
        role=models.MessageRole.ASSISTANT,
        text="Spinach.",
    )
    state = models.RunState.DONE
    finished_at = factory.LazyFunction(timezone.now)


class ProposalFactory(RowFactory):
    """Open for a day."""

    class Meta:
        model = models.Proposal

    run = factory.SubFactory(RunFactory)
    household_id = factory.SelfAttribute("run.household_id")
    private_to_id = factory.SelfAttribute("run.private_to_id")
    message_id = factory.SelfAttribute("run.answer_id")
    call_id = factory.Sequence(lambda n: f"call{n}")
    tool = "nothing"
    effect = factory.LazyFunction(lambda: [{"emoji": "🧀", "name": "Add feta, 200 g", "where": "to Saturday shop"}])
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=1))


class MemoryNoteFactory(RowFactory):
    """Everybody's; with `private_to` one person's own."""

    class Meta:
        model = models.MemoryNote

    household = factory.SubFactory(HouseholdFactory)
    text = "We do not like coriander."


class AIModelResultFactory(RowFactory):
    """Of a model of the household's own, answered."""

    class Meta:
        model = models.AIModelResult

    household = factory.SubFactory(HouseholdFactory)
    source = models.ModelSource.OWN
    provider = models.Provider.OPENAI
    model = "qwen3:8b"
    outcome = "done"
    input_tokens = 900
    output_tokens = 100
    milliseconds = 2000


class AttachmentFactory(RowFactory):
    """A file beside a message, kept as it is; without `message` one that waits for it."""

    class Meta:
        model = models.Attachment

    conversation = factory.SubFactory(ConversationFactory)
    household_id = factory.SelfAttribute("conversation.household_id")
    private_to_id = factory.SelfAttribute("conversation.private_to_id")
    added_by = factory.SelfAttribute("conversation.started_by")
    name = "bill.pdf"
    media_type = "application/pdf"
    data = b"%PDF"
    size = 4
    outcome = "kept"
    said = "It is kept here."
