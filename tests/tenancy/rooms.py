"""A row of every table of pantry, recipes, shopping and chat, for one person and one household."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounts.models import Household, User
from chat.models import (
    AIModelResult,
    AssistantSettings,
    Attachment,
    Conversation,
    ConversationKind,
    ConversationMark,
    MemoryNote,
    Message,
    MessageRole,
    ModelSource,
    Proposal,
    Run,
    RunEvent,
)
from kitchen.ids import new_id
from pantry.models import (
    Category,
    CategorySetting,
    MovementKind,
    OwnFood,
    Place,
    Product,
    ProductBarcode,
    StockItem,
    StockMovement,
)
from tests.tenancy.cook_books import lay_out_recipes
from tests.tenancy.lists import lay_out_shopping


def lay_out_rooms(household: Household, user: User) -> None:
    here: dict[str, Any] = {"household": household}
    lay_out_pantry(here, user)
    recipe = lay_out_recipes(here, user)
    lay_out_shopping(here, user, recipe)
    lay_out_chat(here, user)


def lay_out_pantry(here: dict[str, Any], user: User) -> None:
    place = Place.objects.create(**here, name="Shelf", name_key="shelf")
    better = OwnFood.objects.create(**here, name="Paella rice", name_key="paella rice")
    food = OwnFood.objects.create(**here, name="Rice", name_key="rice", merged_into_own=better)
    product = Product.objects.create(**here, name="Rice", name_key="rice", own_food=food)
    ProductBarcode.objects.create(**here, product=product, code="04012345678901")
    CategorySetting.objects.create(**here, category=Category.objects.earliest("id"), lead_days=2)
    rice: dict[str, Any] = {"name": "Rice", "name_key": "rice", "amount": Decimal(1), "unit": "kg", "own_food": food}
    item = StockItem.objects.create(**here, **rice, product=product, place=place)
    line: dict[str, Any] = {**here, "item": item, "unit": "kg", "by": user}
    added = StockMovement.objects.create(
        **line, operation=new_id(), kind=MovementKind.ADDED, delta=Decimal(2), from_place=place, to_place=place
    )
    StockMovement.objects.create(
        **line, operation=new_id(), kind=MovementKind.CONSUMED, delta=Decimal(-1), undoes=added
    )


def lay_out_chat(here: dict[str, Any], user: User) -> None:
    Conversation.objects.create(**here, kind=ConversationKind.SOLO, private_to=user)
    conversation = Conversation.objects.create(**here, kind=ConversationKind.GROUP)
    question, answer = (
        Message.objects.create(**here, conversation=conversation, number=number, role=role)
        for number, role in enumerate((MessageRole.PERSON, MessageRole.ASSISTANT), start=1)
    )
    answer.parent = question
    answer.save()
    run = Run.objects.create(**here, conversation=conversation, question=question, answer=answer)
    RunEvent.objects.create(**here, run=run, number=1, kind="text")
    Proposal.objects.create(
        **here,
        run=run,
        message=answer,
        call_id="1",
        tool="add_stock",
        expires_at=timezone.now() + timedelta(days=1),
    )
    ConversationMark.objects.create(**here, conversation=conversation, user=user)
    paper = {"name": "a.txt", "media_type": "text/plain", "size": 1, "data": b"a"}
    Attachment.objects.create(**here, conversation=conversation, message=question, added_by=user, **paper)
    AssistantSettings.objects.create(**here)
    MemoryNote.objects.create(**here, text="We like rice.", said_by=user)
    AIModelResult.objects.create(
        **here, asked_by=user, source=ModelSource.BUILTIN, model="built-in", milliseconds=1, outcome="done"
    )
