"""Ids of another household, roles that do not reach, tokens of others: in the address and in every field."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import Activity, Eater, Household, Invitation, Membership, Role, User
from chat.models import Conversation, Message, Proposal, Run
from pantry.models import OwnFood, Place, Product, ProductBarcode, StockItem, StockMovement
from recipes.models import Recipe, RecipeIngredient
from shopping.models import Expense, ExpenseShare, ListOperation, ShoppingList, ShoppingListItem
from tests.attack.conftest import Target, doors, in_rooms, reason_of, undone
from tests.attack.forms import forms_in
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ActivityFactory, EaterFactory, InvitationFactory, MembershipFactory, UserFactory

UUID = re.compile(r"^[0-9a-f-]{36}$")
WATCHED = (
    *(Household, Membership, Eater, Invitation, Activity, Place, StockItem, StockMovement, Recipe, RecipeIngredient),
    *(OwnFood, Product, ProductBarcode, ShoppingList, ShoppingListItem, Expense, ExpenseShare, Conversation, Message),
    *(Run, Proposal),
)  # fmt: skip


@pytest.fixture
def elsewhere(other_household: Household, stranger: User) -> dict[str, Any]:
    """Rows of Birch Lane by the noun of the page that shows them, and its open invitation's token."""
    member = MembershipFactory(household=other_household, user=UserFactory(name="Susan"))
    return {
        "member": member.pk,
        "eater": EaterFactory(household=other_household, name="Tom").pk,
        "invitation": InvitationFactory(household=other_household).pk,
        "feed": ActivityFactory(household=other_household, number=7, facts={"name": "Susan"}).pk,
        **in_rooms(other_household, stranger),
    }


def state_of(household: Household) -> list[Any]:
    """A digest of the household's rows in each table: one question, as it is asked after everything that is tried."""
    rows = " UNION ALL ".join(
        f"SELECT md5(string_agg(t::text, ' ' ORDER BY t.id)) FROM {model._meta.db_table} t "
        f"WHERE t.{'id' if model is Household else 'household_id'} = %(household)s"
        for model in WATCHED
    )
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(rows, {"household": household.pk})
        return [digest for (digest,) in cursor.fetchall()]


def test_ids_of_another_household_are_not_there(
    target: Target, other_household: Household, elsewhere: dict[str, Any]
) -> None:
    before = state_of(other_household)
    faults = []
    for name, arguments in doors():
        noun = name.rpartition(":")[2].partition(".")[0]
        if "code" not in arguments or not {"id", "recipe"} & {*arguments}:
            continue
        named = {one: elsewhere[noun if one == "id" else f"{noun}:{one}"] for one in arguments if one != "code"}
        url = reverse(name, kwargs={"code": target.household.code, **named})
        for send in (target.client.get, target.client.post):
            status = send(url, {"role": "guest", "name": "Eve"}).status_code
            if status not in (404, 405):
                faults.append(f"{name}: {status}")
    assert not faults, "\n".join(faults)
    assert state_of(other_household) == before


def test_ids_of_another_household_in_every_field(
    target: Target, other_household: Household, elsewhere: dict[str, Any]
) -> None:
    """Also as the id that a form brings along for a row it makes."""
    before, operations = state_of(other_household), operations_of(other_household)
    faults = []
    tried = set()
    for name, arguments in doors():
        url = target.url(name, arguments)
        if url is None or name == "account_logout":
            continue
        with undone():
            page = target.client.get(url)
        if page.status_code != 200 or "html" not in page.headers["content-type"]:
            continue
        for form in forms_in(page):
            # A form that stands on several pages is tried on one.
            same = (form.action or url, *sorted(form.fields))
            if form.method != "post" or "/logout/" in form.action or same in tried:
                continue
            tried.add(same)
            for field in (name for name, values in form.fields.items() if UUID.match(values[0] if values else "")):
                rows = operations if field.endswith("operation") else theirs(form.fields[field][0], target, elsewhere)
                for value in rows | {other_household.pk}:
                    with undone():
                        answer = target.client.post(form.action or url, {**form.fields, field: str(value)})
                        after = state_of(other_household)
                    if answer.status_code >= 500 or after != before:
                        faults.append(f"{name} {field}: {answer.status_code} {reason_of(answer)}")
    assert not faults, "\n".join(sorted(set(faults)))


def theirs(ours: str, target: Target, elsewhere: dict[str, Any]) -> set[Any]:
    """What of Birch Lane may stand where `ours` does: rows of the same noun, or of any where it is of none of ours."""
    nouns = [noun for noun, id in target.ids.items() if str(id) == ours and noun in elsewhere]
    return {elsewhere[noun] for noun in nouns or elsewhere}


def operations_of(household: Household) -> set[Any]:
    """One operation that was done there, of each table that remembers them."""
    told = [model for model in WATCHED if {"household", "operation"} <= {one.name for one in model._meta.fields}]
    with as_owner():
        found = [
            *(model.objects.filter(household=household).values_list("operation", flat=True).first() for model in told),
            ListOperation.objects.filter(household=household).values_list("pk", flat=True).first(),
        ]
    return {one for one in found if one}


def test_a_stranger_is_told_nothing_apart(target: Target, stranger: User, client_of: ClientOf) -> None:
    """A household that is there and one that is not answer alike."""
    client = client_of(stranger)
    for path in ("", "settings/", "feed/", "search/?q=a", f"eaters/{target.ids['eater']}/"):
        there = client.get(f"/h/{target.household.code}/{path}")
        nowhere = client.get(f"/h/zzzzzzzz/{path}")
        assert (there.status_code, there.content) == (nowhere.status_code, nowhere.content) == (404, there.content)


def test_roles_cannot_be_lifted_by_hand(
    household: Household, alice: User, carol: User, bob: User, client_of: ClientOf
) -> None:
    def role_of(user: User) -> str:
        with as_owner():
            return Membership.objects.get(user=user, household=household).role

    def ask(by: User, about: User, role: str) -> int:
        with as_owner():
            key = Membership.objects.get(user=about, household=household).pk
        url = reverse("accounts:member.change_role", kwargs={"code": household.code, "id": key})
        return client_of(by).post(url, {"role": role}).status_code

    for by, about, role in (
        (carol, carol, "owner"), (carol, bob, "owner"), (carol, bob, "admin"), (carol, alice, "member"),
        (bob, bob, "admin"), (alice, alice, "member"), (alice, bob, "owner"), (alice, bob, "king"),
    ):  # fmt: skip
        assert ask(by, about, role) in (403, 422), (by, about, role)
    assert [role_of(user) for user in (alice, carol, bob)] == [Role.OWNER, Role.ADMIN, Role.MEMBER]


def test_an_admin_cannot_use_the_owner_s_invitation_for_admins(
    household: Household, alice: User, carol: User, client_of: ClientOf
) -> None:
    """Its page shows an admin neither link nor code, and revoking is not theirs."""
    invitation = InvitationFactory(household=household, created_by=alice, role=Role.ADMIN)
    client = client_of(carol)
    kwargs = {"code": household.code, "id": invitation.pk}
    pages = [
        reverse("accounts:invitation.show", kwargs=kwargs),
        reverse("accounts:invitation.index", args=[household.code]),
    ]
    for page in pages:
        shown = client.get(page).content.decode()
        assert invitation.token not in shown
        assert invitation.code not in shown
    assert client.post(reverse("accounts:invitation.revoke", kwargs=kwargs)).status_code == 422
    assert client.post(reverse("accounts:invitation.create", args=[household.code]), {"role": "admin", "days": "7",
        "max_uses": "1", "id": str(invitation.pk)}).status_code == 422  # fmt: skip


def test_a_session_of_another_is_not_ended(target: Target, bob: User, client_of: ClientOf) -> None:
    client = client_of(bob)
    client.post(reverse("accounts:session.end", args=[target.ids["session"]]))
    from allauth.usersessions.models import UserSession

    with as_owner():
        assert UserSession.objects.filter(pk=target.ids["session"]).exists()


def test_the_download_of_one_holds_nothing_of_another(target: Target, bob: User, client_of: ClientOf) -> None:
    import io
    import zipfile

    from tests.attack.conftest import just_signed_in

    answer = just_signed_in(client_of(bob)).post(reverse("accounts:data.download"))
    assert answer.status_code == 200
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[arg-type]
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    with as_owner():
        tokens = list(Invitation.objects.values_list("token", flat=True))
    for secret in ("alice@example.org", "argon2", "md5$", *tokens):
        assert secret not in everything


def test_a_member_of_two_households_sees_one_at_a_time(
    household: Household, alice: User, other_household: Household, client_of: ClientOf
) -> None:
    MembershipFactory(household=other_household, user=alice, role=Role.GUEST)
    eater = EaterFactory(household=other_household, name="Hidden Tom", allergens=["nuts"])
    mine = EaterFactory(household=household, name="Mia")
    client: Client = client_of(alice)
    assert b"Hidden Tom" not in client.get(f"/h/{household.code}/search/?q=Tom").content
    assert client.get(f"/h/{other_household.code}/eaters/").status_code == 403
    for id in (eater.pk, mine.pk):
        assert client.get(f"/h/{other_household.code}/eaters/{id}/").status_code == 403
    assert client.get(f"/h/{household.code}/eaters/{eater.pk}/").status_code == 404
