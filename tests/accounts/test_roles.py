"""docs/roles.md tells the truth: every page of a household, every role, strangers and nobody, by GET and by POST."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.converters import UUIDConverter
from django.utils import timezone

from accounts.doors import may, roles_by_url_name
from accounts.models import Household, Role, User
from accounts.services.stored_file import store_file
from kitchen.sockets import socket_urls
from tests.accounts.cook_books import cook_book, own_words
from tests.accounts.roles_paper import COLUMNS, PAPER, ROW, anew, doors_without_account, of_households, patterns, table
from tests.conftest import ClientOf, membership_of
from tests.database import as_owner
from tests.factories import (
    ActivityFactory,
    AttachmentFactory,
    ConversationFactory,
    EaterFactory,
    ExpenseFactory,
    InvitationFactory,
    MemoryNoteFactory,
    MessageFactory,
    PlaceFactory,
    ProductFactory,
    ProposalFactory,
    RecipeFactory,
    RecurringItemFactory,
    RunFactory,
    ShoppingListFactory,
    ShoppingListItemFactory,
    StockItemFactory,
)
from tests.factories.shopping import SettlementFactory, StoreFactory
from tests.pantry.foods import MILK

# What stands in an address beside the household, the id and what is kept apart below.
OTHERS = re.compile(r"<\w+:(recipe|other|number|line|conversation)>")


@pytest.fixture
def things(household: Household, alice: User, bob: User, carol: User, guest: User) -> dict[str, str]:
    """Ids that exist, by the noun of the page that takes them; a guest's own where there are only own ones."""
    together = ConversationFactory(household=household, started_by=alice)
    return {
        **pantry(household),
        **talk(together),
        **files(together, {Role.ADMIN: carol, Role.MEMBER: bob}),
        **talk(ConversationFactory(household=household, started_by=guest, solo=True), "guest:"),
        **shop(household),
        "member": str(membership_of(bob, household).pk),
        "invitation": str(InvitationFactory(household=household, created_by=alice).pk),
        "eater": str(EaterFactory(household=household, name="Mia").pk),
        "feed": str(ActivityFactory(household=household, number=1000, facts={}).pk),
        **cook_book(household, alice),
        **own_words(household, {Role.ADMIN: carol, Role.MEMBER: bob, Role.GUEST: guest}),
    }


def pantry(household: Household) -> dict[str, str]:
    """A shelf with a lot of a product; a food of the catalogue, which everybody knows."""
    shelf, product = PlaceFactory(household=household), ProductFactory(household=household)
    lot = StockItemFactory(household=household, place=shelf, product=product)
    ids = {"place": shelf.pk, "take": shelf.pk, "stock": lot.pk, "scan": lot.pk, "label": lot.pk}
    return {noun: str(id) for noun, id in (ids | {"product": product.pk, "food": MILK}).items()}


def talk(conversation: Any, whose: str = "") -> dict[str, str]:
    """A conversation with all that its pages take."""
    run = RunFactory(question=MessageFactory(conversation=conversation))
    ids = dict.fromkeys(("conversation", "message", "attachment:conversation"), conversation.pk)
    ids |= {"run": run.pk, "proposal": ProposalFactory(run=run).pk, "branch": run.question_id}
    ids |= dict.fromkeys(("chat:proposal.approve_all", "chat:proposal.deny_all"), run.answer_id)
    ids["attachment"] = AttachmentFactory(conversation=conversation).pk
    ids["note"] = MemoryNoteFactory(household=conversation.household, private_to=conversation.private_to).pk
    return {f"{whose}{noun}": str(id) for noun, id in ids.items()}


def files(conversation: Any, people: dict[Role, User]) -> dict[str, str]:
    """What each has put beside a message that they have not sent yet."""
    made = {role: AttachmentFactory(conversation=conversation, added_by=who) for role, who in people.items()}
    return {f"{role}:attachment": str(file.pk) for role, file in made.items()}


def shop(household: Household) -> dict[str, str]:
    """A list with something on it, a dish that lacks something, a bill."""
    kept = ShoppingListFactory(household=household)
    with as_owner():
        photo = store_file(household, [b"photo"], media_type="image/webp")
    item = ShoppingListItemFactory(shopping_list=kept, picture=photo)
    dish = RecipeFactory(household=household, lines="1 onion")
    bill, weekly = ExpenseFactory(household=household), RecurringItemFactory(shopping_list=kept)
    store = StoreFactory(household=household)
    bought = ShoppingListItemFactory(shopping_list=kept, ticked=True, ticked_at=timezone.now())
    ids = {"item": item.pk, "need": dish.pk, "expense": bill.pk, "recurring": weekly.pk, "store": store.pk}
    of_list = dict.fromkeys(("list", "list_link", "list_paper", "list_store", "put_away", "trip"), kept.pk)
    ids["purchase"] = bought.pk
    ids["settlement"] = SettlementFactory(household=household, payer_name="A", payee_name="B").pk
    return {noun: str(id) for noun, id in {**of_list, **ids}.items()}


def own_of(role: Role, things: dict[str, str]) -> dict[str, str]:
    mine = {key.removeprefix(f"{role}:"): id for key, id in things.items() if key.startswith(f"{role}:")}
    return {**things, **mine}


def url_of(name: str, household: Household, things: dict[str, str]) -> str:
    arguments = {"code": household.code}
    path, noun = of_households()[name], name.partition(":")[2].partition(".")[0]
    if "<uuid:id>" in path or "<food:id>" in path:
        arguments["id"] = things.get(name) or things.get(noun, str(uuid4()))
    if "<slug:what>" in path:
        arguments["what"] = "stock"
    for other in OTHERS.findall(path):
        arguments[other] = things[f"{noun}:{other}"]
    return reverse(name, kwargs=arguments)


def both(client: Client, url: str) -> list[HttpResponse]:
    return [client.get(url), client.post(url)]


def test_the_paper_names_every_page_of_a_household() -> None:
    assert set(table()) == set(of_households())


def test_the_paper_names_every_socket() -> None:
    assert {row["name"] for row in ROW.finditer(PAPER) if row["kind"]} == {one.name for one in socket_urls if one.name}


def test_every_page_of_a_household_stands_behind_its_roles() -> None:
    said = {name: {role for role in COLUMNS if row[role] != "no"} for name, row in table().items()}
    assert {name: set(roles) for name, roles in roles_by_url_name().items()} == said


def test_links_ask_the_same_table() -> None:
    assert may(Role.OWNER, "accounts:household.delete")
    assert not may(Role.ADMIN, "accounts:household.delete")
    assert not may(Role.OWNER, "no:such.page")


def each_page(try_page: Callable[[str], None]) -> None:
    """Every page of a household by itself: what is done there is undone before the next, and all faults are told."""
    faults = []
    for name in sorted(table()):
        cache.clear()
        with transaction.atomic():
            try:
                try_page(name)
            except AssertionError as fault:
                faults.append(f"{name}: {fault}")
            transaction.set_rollback(True)
    assert not faults, "\n".join(faults)


def test_nobody_is_sent_to_sign_in(household: Household, things: dict[str, str]) -> None:
    def try_page(name: str) -> None:
        for response in both(Client(), url_of(name, household, things)):
            assert response.status_code == 302
            assert response.headers["location"].startswith(reverse("account_login"))

    each_page(try_page)


def test_a_stranger_finds_nothing(
    household: Household, things: dict[str, str], stranger: User, client_of: ClientOf
) -> None:
    signed_in = client_of(stranger)

    def try_page(name: str) -> None:
        client = anew(signed_in)
        url = url_of(name, household, things)
        assert [response.status_code for response in both(client, url)] == [404, 404]
        assert client.get(url).content == client.get(url.replace(household.code, "22222222")).content

    each_page(try_page)


def test_each_role_is_let_in_as_the_paper_says(
    household: Household,
    things: dict[str, str],
    alice: User,
    carol: User,
    bob: User,
    guest: User,
    client_of: ClientOf,
) -> None:
    """By one role after the other; what each one's POST does is undone."""
    signed_in = {role: client_of(who) for role, who in zip(COLUMNS, (alice, carol, bob, guest), strict=True)}

    def try_page(name: str) -> None:
        said = table()[name]
        for role, client in signed_in.items():
            with transaction.atomic():
                answers = both(anew(client), url_of(name, household, own_of(role, things)))
                transaction.set_rollback(True)
            for response in answers:
                if said[role] == "no":
                    assert (role, response.status_code) == (role, 403)
                    assert b"closed for you" in response.content
                else:
                    assert response.status_code in (200, 204, 302, 400, 405, 422), (role, response.status_code)

    each_page(try_page)


def test_own_means_own(household: Household, bob: User, carol: User, client_of: ClientOf) -> None:
    hers = EaterFactory(household=household, user=carol, name="Carol")
    his = EaterFactory(household=household, user=bob, name="Bob")
    child = EaterFactory(household=household, name="Mia")
    client = client_of(bob)
    for page in ("eater.edit", "eater.delete"):
        codes = [
            [
                response.status_code
                for response in both(client, url_of(f"accounts:{page}", household, {"eater": one.pk}))
            ]
            for one in (hers, his, child)
        ]
        assert codes[0] == [403, 403]
        assert 403 not in codes[1] + codes[2]


def test_the_doors_without_an_account_are_the_listed_ones(db: None) -> None:
    """Whatever else of ours answers nobody signed in with more than the way to sign in is a hole."""
    opened = set()
    for name, path, pattern in patterns(get_resolver().url_patterns):
        if path.startswith(("accounts/", "admin/", "h/<slug:code>/")) or pattern.name is None:
            continue
        arguments = {"id": 1, "token": "nothing"}
        kwargs = {
            key: uuid4() if isinstance(converter, UUIDConverter) else arguments[key]
            for key, converter in pattern.pattern.converters.items()
        }
        response = Client().get(reverse(name, kwargs=kwargs))
        if not response.headers.get("location", "").startswith(reverse("account_login")):
            opened.add(name)
    assert opened - {"kitchen:style"} == doors_without_account()
    assert Client().get(reverse("kitchen:style")).status_code == 404
