import pytest
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from accounts.models import Activity, Eater, Household, Invitation, Membership, Onboarding, Role, User
from accounts.services.activity import undo_activity
from chat.models import Conversation, Message, MessageState
from kitchen import tenancy
from kitchen.home.demo import ALICE, BOB, CHARLIE, PASSWORD
from pantry.models import OwnFood, Product, StockItem, StockMovement
from pantry.queries.day import today_in
from recipes.models import Recipe, RecipeIngredient
from shopping.models import Expense, ItemState, ShoppingListItem
from tests.database import as_owner

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = (User, EmailAddress, Household, Membership, Eater, Invitation, Activity)
COUNTED = (
    *PEOPLE,
    StockItem,
    StockMovement,
    OwnFood,
    Product,
    Recipe,
    RecipeIngredient,
    ShoppingListItem,
    Expense,
    Message,
)


def counts() -> dict[str, int]:
    with as_owner():
        return {model.__name__: model.objects.count() for model in COUNTED}


def test_seeding_again_changes_nothing() -> None:
    call_command("seed_demo", verbosity=0)
    first = counts()
    call_command("seed_demo", verbosity=0)
    assert counts() == first
    assert (first["User"], first["Household"], first["Membership"]) == (3, 2, 4)


def test_who_shares_what() -> None:
    call_command("seed_demo", verbosity=0)
    with as_owner():
        homes = {home.name: home for home in Household.objects.all()}
        people = {name: set(home.memberships.values_list("user__email", "role")) for name, home in homes.items()}
        assert people == {
            "Linden 12": {(ALICE, Role.OWNER), (BOB, Role.MEMBER)},
            "The attic flat": {(CHARLIE, Role.OWNER), (ALICE, Role.MEMBER)},
        }
        assert User.objects.get(email=CHARLIE).onboarding == Onboarding.INCOMPLETE
        assert EmailAddress.objects.filter(verified=True, primary=True).count() == 3
        assert Eater.objects.filter(user=None, household=homes["Linden 12"]).exclude(allergens=[]).count() == 1
        assert Invitation.objects.filter(household=homes["Linden 12"]).open().count() == 1


def test_the_demo_people_can_sign_in() -> None:
    call_command("seed_demo", verbosity=0)
    for email in (ALICE, BOB, CHARLIE):
        client = Client()
        response = client.post("/accounts/login/", {"login": email, "password": PASSWORD})
        assert (email, response.status_code) == (email, 302)
        assert "_auth_user_id" in client.session


def test_production_refuses(settings: pytest.FixtureRequest) -> None:
    settings.MODE = "production"
    with pytest.raises(CommandError, match="known password"):
        call_command("seed_demo", verbosity=0)
    assert counts()["User"] == 0


def test_the_rooms_are_filled_once() -> None:
    call_command("seed_demo", verbosity=0)
    call_command("seed_demo", verbosity=0)
    with as_owner():
        home = Household.objects.get(name="Linden 12")
        assert Recipe.objects.filter(household=home).count() >= 40
        assert not RecipeIngredient.objects.filter(household=home, food=None, optional=False).exists()
        dates = list(StockItem.objects.filter(household=home).values_list("use_by", flat=True))
        today = today_in(home)
        assert min(one for one in dates if one) < today < max(one for one in dates if one)
        assert today in dates
        assert ShoppingListItem.objects.filter(household=home, state=ItemState.OPEN).count() >= 5
        kinds = {one.kind: one for one in Conversation.objects.filter(household=home)}
        assert kinds["solo"].private_to.email == ALICE
        assert not Message.objects.filter(household=home).exclude(state=MessageState.DONE).exists()
        bill = Expense.objects.get(household=home)
        assert sum(bill.shares.values_list("amount", flat=True)) == bill.total
        assert {share.user.email for share in bill.shares.select_related("user")} == {ALICE, BOB}


def test_what_was_undone_stays_undone() -> None:
    call_command("seed_demo", verbosity=0)
    with as_owner():
        alice, home = User.objects.get(email=ALICE), Household.objects.get(name="Linden 12")
        done = ("stock.added", "stock.used", "stock.opened", "stock.frozen")
        lines = list(Activity.objects.filter(household=home, verb__in=done).order_by("-number"))
        assert {line.verb for line in lines} == set(done)
    with tenancy.scope(household=home.pk, person=alice.pk):
        for line in lines:
            undo_activity(line, by=alice)
    call_command("seed_demo", verbosity=0)
    with as_owner():
        assert not StockItem.objects.filter(household=home, finished_at=None).exists()
