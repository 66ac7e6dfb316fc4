import pytest

from accounts.models import Activity, Household, User
from accounts.services.activity import undo_activity
from accounts.services.household import update_household
from kitchen import tenancy
from kitchen.errors import DomainError
from tests.conftest import ClientOf
from tests.database import as_owner

WORDS = {"name": "Linden 12", "emoji": "🥣", "country": "", "currency": "EUR", "time_zone": "UTC"}


def url(household: Household) -> str:
    """accounts:household.edit"""
    return f"/h/{household.code}/settings/edit/"


def kept(household: Household) -> Household:
    with as_owner():
        return Household.objects.get(pk=household.pk)


def verbs(household: Household) -> list[str]:
    with as_owner():
        return list(Activity.objects.filter(household=household).values_list("verb", flat=True))


def test_a_new_name_and_a_new_place_are_told_apart(household: Household, carol: User, client_of: ClientOf) -> None:
    response = client_of(carol).post(url(household), {**WORDS, "name": "Linden 14", "country": "AT"})
    assert response.status_code == 302
    assert (kept(household).name, kept(household).country) == ("Linden 14", "AT")
    assert verbs(household) == ["household.changed", "household.renamed"]


def test_saving_what_was_there_tells_nothing(household: Household, alice: User, client_of: ClientOf) -> None:
    assert client_of(alice).post(url(household), WORDS).status_code == 302
    assert verbs(household) == []


def test_the_hour_of_the_digest(household: Household, alice: User, client_of: ClientOf) -> None:
    client = client_of(alice)
    assert client.post(url(household), {**WORDS, "digest_hour": "18"}).status_code == 302
    assert kept(household).digest_hour == 18
    assert "18:00" in client.get(f"/h/{household.code}/settings/").content.decode()
    client.post(url(household), WORDS)
    assert kept(household).digest_hour == 18, "an older page says no hour"
    for wrong in ("24", "-1", "noon"):
        assert client.post(url(household), {**WORDS, "digest_hour": wrong}).status_code == 422
    assert verbs(household) == ["household.changed"]


def test_an_empty_name_is_refused(household: Household, alice: User, client_of: ClientOf) -> None:
    response = client_of(alice).post(url(household), {**WORDS, "name": "", "country": "AT"})
    assert response.status_code == 422
    assert '<option value="AT" selected>' in response.content.decode()
    assert kept(household).country == ""


def test_a_zone_with_an_old_name_stays_choosable(household: Household, alice: User, client_of: ClientOf) -> None:
    with as_owner():
        Household.objects.filter(pk=household.pk).update(time_zone="Asia/Calcutta", emoji="🦆")
    html = client_of(alice).get(url(household)).content.decode()
    assert '<option value="Asia/Calcutta" selected>' in html
    assert "🦆" in html
    response = client_of(alice).post(url(household), {**WORDS, "time_zone": "Asia/Calcutta", "emoji": "🦆"})
    assert response.status_code == 302


def test_a_renaming_is_undone_once_by_who_may_rename(household: Household, alice: User, bob: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        update_household(household, by=alice, name="Linden 14", currency="CHF")
        renamed = Activity.objects.get(verb="household.renamed")
        changed = Activity.objects.get(verb="household.changed")
        with pytest.raises(DomainError, match="role"):
            undo_activity(renamed, by=bob)
        undo_activity(renamed, by=alice)
        undo_activity(changed, by=alice)
        with pytest.raises(DomainError, match="already"):
            undo_activity(renamed, by=alice)
    assert (kept(household).name, kept(household).currency) == ("Linden 12", "EUR")


def test_an_older_renaming_is_not_undone_over_a_newer_one(household: Household, alice: User) -> None:
    with tenancy.scope(household=household.pk, person=alice.pk):
        update_household(household, by=alice, name="Linden 14")
        first = Activity.objects.get()
        update_household(household, by=alice, name="Linden 16")
        with pytest.raises(DomainError, match="again since"):
            undo_activity(first, by=alice)


def test_a_member_cannot_by_the_service_either(household: Household, alice: User, bob: User) -> None:
    with tenancy.scope(household=household.pk, person=bob.pk), pytest.raises(DomainError, match="role"):
        update_household(household, by=bob, name="Bob's")
