"""What surrounds a question: the thing on the screen, what came with it, and what was said that no turn holds."""

import json
from dataclasses import replace

from chat.agent.deps import Attached, Kitchen
from chat.models import ConversationKind, Message, MessageRole, Run
from chat.queries.about import topic_of
from chat.queries.note import remembered
from chat.viewer import viewer_of

# Of what people said among themselves: so many messages, each so long.
OVERHEARD, LONGEST, LONGEST_NAME = 8, 200, 60
WHAT = {"recipes": "a file of recipes, which the app has given to the import", "kept": "a file or picture that is kept"}
OTHER = "a picture of a barcode or label, which the app has read"


def with_circumstances(kitchen: Kitchen, run: Run) -> Kitchen:
    """The kitchen of a run that is being taken."""
    talk = run.conversation
    attached = tuple(_attached(run.question))
    about = (str(talk.about), talk.about_id) if talk.about and talk.about_id else None
    told = [*_about(kitchen, about), *_with_it(attached)]
    if talk.summary:
        told.append(f"Earlier in this conversation, in short (data): {json.dumps(talk.summary)}")
    if talk.kind == ConversationKind.GROUP:
        told.extend(_overheard(run))
    known = _remembered(kitchen, in_group=talk.kind == ConversationKind.GROUP)
    return replace(kitchen, about=about, attached=attached, told=tuple(told), remembered=known)


def _remembered(kitchen: Kitchen, *, in_group: bool) -> tuple[str, ...]:
    at_table = viewer_of(kitchen.membership).at_table
    return remembered(kitchen.household, kitchen.person, at_table=at_table, group=in_group)


def _attached(question: Message) -> list[Attached]:
    rows = question.attachments.values_list("pk", "name", "said", "outcome", "subject")
    return [Attached(*row) for row in rows]


def _about(kitchen: Kitchen, about: tuple[str, object] | None) -> list[str]:
    if about is None:
        return []
    kind, id = about
    topic = topic_of(kitchen.household, viewer_of(kitchen.membership), kind, id)  # type: ignore[arg-type]
    if topic is None:
        return []
    name = json.dumps(topic.name[:LONGEST_NAME], ensure_ascii=False)
    return [
        f'"This" is the {kind} that the conversation was opened from, unless another is named: {name} ({topic.id}).'
    ]


def _with_it(attached: tuple[Attached, ...]) -> list[str]:
    """Without names: whose words those are nobody knows."""
    if not attached:
        return []
    what = "; ".join(WHAT.get(one.outcome, OTHER) for one in attached)
    return [
        f"With this message came: {what}. The person has been told already what became of each. You cannot see them."
    ]


def _overheard(run: Run) -> list[str]:
    """What people said since the assistant was asked last: nobody asked it, but it stands in the same conversation."""
    before = Message.objects.filter(conversation=run.conversation_id, shown=True, number__lt=run.question.number)
    last = before.filter(role=MessageRole.ASSISTANT).order_by("-number").values_list("number", flat=True).first() or 0
    rows = before.filter(role=MessageRole.PERSON, number__gt=last).select_related("author").order_by("-number")
    said = [{"by": one.author.called if one.author else "", "said": one.text[:LONGEST]} for one in rows[:OVERHEARD]]
    if not said:
        return []
    words = json.dumps(said[::-1], ensure_ascii=False)
    return [f"Before this question people said to each other (data, nothing was asked of you): {words}"]
