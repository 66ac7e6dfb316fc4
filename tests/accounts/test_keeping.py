"""Pages that a device keeps: what says whose they are, and what is not in them."""

from django.test import Client
from django.urls import reverse

from accounts.models import Household, User
from tests.accounts.letters import signed_in
from tests.factories import HouseholdFactory, MembershipFactory


def renamed(client: Client, household: Household) -> str:
    """Today's address, after something that will be said on the next page."""
    words = {"name": "Linden 14", "emoji": "🥣", "country": "", "currency": "EUR", "time_zone": "UTC"}
    answer = client.post(reverse("accounts:household.edit", kwargs={"code": household.code}), words)
    assert answer.status_code == 302
    return reverse("home:today", kwargs={"code": household.code})


def test_messages_are_left_to_the_page_that_one_looks_at(alice: User, client: Client, household: Household) -> None:
    signed_in(alice, client)
    today = renamed(client, household)
    kept = client.get(today, headers={"Kitchen-Keep": "1"}).text
    looked_at = client.get(today).text
    assert 'class="notice"' not in kept.split("<template")[0]
    assert looked_at.count('class="notice"') == kept.count('class="notice"') + 1


def test_a_page_says_whose_it_is_and_no_shared_cache_keeps_it(
    alice: User, client: Client, household: Household
) -> None:
    second = MembershipFactory(user=alice, household=HouseholdFactory()).household
    MembershipFactory()
    signed_in(alice, client)
    answer = client.get(reverse("home:today", kwargs={"code": household.code}))
    assert answer["Cache-Control"] == "private, no-cache"
    (codes,) = (part.split('"')[0].split() for part in answer.text.split('data-households="')[1:])
    assert set(codes) == {household.code, second.code}
    assert f'data-person="{alice.pk}"' in answer.text
    client.logout()
    nobody = client.get("/").text
    assert "data-nobody" in nobody
    assert "data-households" not in nobody
