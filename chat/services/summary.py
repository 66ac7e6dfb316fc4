"""The running summary of a conversation: what was asked and done before the turns that the assistant still hears of."""

from collections.abc import Iterable, Sequence

from chat.models import Conversation, Message, MessageRole, Proposal, ProposalState
from chat.naming import title_from
from chat.queries.path import path_of

# So many of the newest messages are heard whole; of older ones so many are told in short.
HEARD, TOLD = 40, 60
LONGEST, LONGEST_RESULT = 2000, 120


def renew_summary(conversation: Conversation) -> None:
    """Of a locked conversation, after something was said in it; the caller saves the row."""
    if conversation.last_number > HEARD:
        older = path_of(conversation).select_related("author").order_by("-number")[HEARD : HEARD + TOLD]
        conversation.summary = summary_of(list(older)[::-1])


def summary_of(messages: Sequence[Message]) -> str:
    """A line for each question, with what was done at it; where that is too much, the newest lines."""
    done = _done(messages)
    lines = [line for one in messages for line in _lines(one, done.get(one.pk, []))]
    kept: list[str] = []
    room = LONGEST
    for line in reversed(lines):
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    return "\n".join(reversed(kept))


def _lines(message: Message, done: Iterable[str]) -> list[str]:
    if message.role == MessageRole.PERSON:
        by = message.author.called if message.author else ""
        words = title_from(message.text)
        return [f"{by}: {words}"] if words else []
    return [f"- {result[:LONGEST_RESULT]}" for result in done if result]


def _done(messages: Sequence[Message]) -> dict[object, list[str]]:
    """What became of approved proposals, by the message that made them."""
    approved = Proposal.objects.filter(message__in=[one.pk for one in messages], state=ProposalState.APPROVED)
    found: dict[object, list[str]] = {}
    for message, result in approved.order_by("created_at", "id").values_list("message", "result"):
        found.setdefault(message, []).append(result)
    return found
