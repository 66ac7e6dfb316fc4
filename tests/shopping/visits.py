"""What tests of shared lists do as a visitor."""

import json
from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from accounts.models import User
from shopping.models import ListLink, ListOperation, ShoppingList
from shopping.queries.public import queue_of
from shopping.services.link import share_list
from tests.database import as_owner


def shared(kept: ShoppingList, by: User) -> ListLink:
    with as_owner():
        return share_list(kept, by=by)


def asks(kind: str, item: object, kept: object, id: UUID | None = None, **more: Any) -> dict[str, Any]:
    """One change, as a device asks for it."""
    return {"id": str(id or uuid4()), "list": str(kept), "item": str(item), "kind": kind, **more}


def send(client: Client, token: str, *asked: dict[str, Any], **changes: Any) -> Any:
    body = {"protocol": 1, "person": queue_of(token), "operations": list(asked), **changes}
    return client.post(f"/l/{token}/operations/", json.dumps(body), content_type="application/json")


def outcomes(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [result["outcome"] for result in answer.json()["results"]]


def operations_of(kept: ShoppingList) -> list[ListOperation]:
    with as_owner():
        return list(ListOperation.objects.filter(shopping_list=kept).order_by("made_at", "number"))
