from datetime import UTC, datetime

import pytest
from django.urls import reverse

from accounts.models import Activity, Eater, Household, User
from accounts.services.eater import add_eater
from kitchen import tenancy
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import ActivityFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def added(household: Household, alice: User) -> Activity:
    """Alice has set a place for Mia."""
    with tenancy.scope(household=household.pk, person=alice.pk):
        add_eater(household, "Mia", by=alice)
        return Activity.objects.get(verb="eater.added")


def feed_of(household: Household) -> str:
    return reverse("home:feed", kwargs={"code": household.code})


def undo_of(activity: Activity, household: Household) -> str:
    return reverse("home:feed.undo", kwargs={"code": household.code, "id": activity.pk})


def mia_eats_here() -> bool:
    with as_owner():
        return Eater.objects.filter(name="Mia").exists()


def test_an_empty_feed_says_what_it_is_for(household: Household, alice: User, client_of: ClientOf) -> None:
    assert "Nothing has happened here yet" in client_of(alice).get(feed_of(household)).content.decode()


def test_activities_are_told_by_the_households_day(household: Household, alice: User, client_of: ClientOf) -> None:
    with as_owner():
        household.time_zone = "America/New_York"
        household.save()
    for number, hour in ((1, 3), (2, 6)):  # before and after midnight in New York
        row = ActivityFactory(household=household, number=number, actor=alice)
        with as_owner():
            Activity.objects.filter(pk=row.pk).update(created_at=datetime(2026, 11, 21, hour, tzinfo=UTC))
    page = client_of(alice).get(feed_of(household)).content.decode()
    assert page.index("Saturday 21 November") < page.index("01:00") < page.index("Friday 20 November")
    assert "22:00" in page


def test_earlier_goes_on_where_the_page_ends(household: Household, alice: User, client_of: ClientOf) -> None:
    for number in range(1, 53):
        facts = {"name": f"guest no. {number}."}
        ActivityFactory(household=household, number=number, actor=alice, verb="eater.added", facts=facts)
    client = client_of(alice)
    first = client.get(feed_of(household)).content.decode()
    assert "no. 52." in first
    assert "no. 3." in first
    assert "no. 2." not in first
    assert "?before=3" in first
    second = client.get(feed_of(household), {"before": 3}).content.decode()
    assert "no. 2." in second
    assert "no. 3." not in second
    assert 'rel="next"' not in second


@pytest.mark.parametrize("before", ["", "x", "-1", "9" * 30, "1e3", "\x00", "²"])
def test_a_made_up_place_in_the_feed_shows_the_newest(
    household: Household, alice: User, added: Activity, client_of: ClientOf, before: str
) -> None:
    response = client_of(alice).get(feed_of(household), {"before": before})
    assert response.status_code == 200
    assert "Mia" in response.content.decode()


def test_htmx_gets_the_days_alone(household: Household, alice: User, added: Activity, client_of: ClientOf) -> None:
    page = client_of(alice).get(feed_of(household), headers=HTMX).content.decode()
    assert page.lstrip().startswith("<div")
    assert "<html" not in page


def test_undo_takes_it_back_and_shows_the_feed(
    household: Household, alice: User, bob: User, added: Activity, client_of: ClientOf
) -> None:
    client = client_of(bob)
    response = client.post(undo_of(added, household), follow=True)
    assert response.redirect_chain == [(feed_of(household), 302)]
    assert not mia_eats_here()
    page = response.content.decode()
    assert "undone by Bob" in page
    assert "<s>Alice set a place for Mia</s>" in page


def test_undo_by_htmx_answers_with_the_line(
    household: Household, alice: User, added: Activity, client_of: ClientOf
) -> None:
    response = client_of(alice).post(undo_of(added, household), headers=HTMX)
    assert response.status_code == 200
    assert response.content.decode().lstrip().startswith(f'<li id="activity_{added.pk}"')


def test_undo_leads_to_no_other_site(household: Household, alice: User, added: Activity, client_of: ClientOf) -> None:
    there = {"referer": f"https://example.org/h/{household.code}/pantry/"}
    assert client_of(alice).post(undo_of(added, household), headers=there)["Location"] == feed_of(household)


@pytest.mark.parametrize(
    ("page", "leads_back"),
    [
        ("/h/{code}/eaters/", True),
        ("/h/{code}/pantry/?q=rice", True),
        ("/h/{code}/eaters/{id}/edit/", False),
        ("/h/aaaaaaaa/eaters/", False),
        ("/nowhere/", False),
        ("//example.org/", False),
    ],
)
def test_undo_leads_back_to_where_its_notice_stood(
    page: str, leads_back: bool, household: Household, alice: User, added: Activity, client_of: ClientOf
) -> None:
    path = page.format(code=household.code, id=added.subject)
    undone = client_of(alice).post(undo_of(added, household), headers={"referer": f"http://testserver{path}"})
    assert undone["Location"] == (path if leads_back else feed_of(household))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_undoing_twice_is_refused_in_a_sentence(
    household: Household, alice: User, added: Activity, client_of: ClientOf, headers: dict[str, str]
) -> None:
    client = client_of(alice)
    client.post(undo_of(added, household))
    response = client.post(undo_of(added, household), headers=headers)
    assert response.status_code == 422
    assert "This has been undone already." in response.content.decode()


def test_what_has_no_inverse_has_no_button_and_is_refused(
    household: Household, alice: User, client_of: ClientOf
) -> None:
    row = ActivityFactory(household=household, actor=alice, verb="household.created")
    client = client_of(alice)
    assert "/undo/" not in client.get(feed_of(household)).content.decode()
    assert client.post(undo_of(row, household)).status_code == 422


def test_guests_read_and_do_not_undo(
    household: Household, alice: User, guest: User, added: Activity, client_of: ClientOf
) -> None:
    client = client_of(guest)
    assert "/undo/" not in client.get(feed_of(household)).content.decode()
    assert client.post(undo_of(added, household)).status_code == 403
    assert mia_eats_here()


def test_another_households_activity_is_not_there(
    household: Household, stranger: User, other_household: Household, added: Activity, client_of: ClientOf
) -> None:
    client = client_of(stranger)
    assert client.post(undo_of(added, other_household)).status_code == 404
    assert client.post(undo_of(added, household)).status_code == 404
    assert mia_eats_here()


def test_undo_is_not_a_link(household: Household, alice: User, added: Activity, client_of: ClientOf) -> None:
    assert client_of(alice).get(undo_of(added, household)).status_code == 405


def test_who_left_has_no_name(household: Household, alice: User, stranger: User, client_of: ClientOf) -> None:
    ActivityFactory(household=household, actor=stranger, verb="eater.added", facts={"name": "Mia"})
    page = client_of(alice).get(feed_of(household)).content.decode()
    assert "Somebody who has left set a place for Mia" in page
    assert "Sam" not in page


def test_a_verb_that_is_gone_still_has_a_line(household: Household, alice: User, client_of: ClientOf) -> None:
    ActivityFactory(household=household, actor=alice, verb="balloon.inflated")
    assert "Alice changed something" in client_of(alice).get(feed_of(household)).content.decode()


def test_names_are_told_as_text(household: Household, alice: User, client_of: ClientOf) -> None:
    facts = {"name": "<b>{actor}</b>"}
    ActivityFactory(household=household, actor=alice, verb="eater.added", facts=facts)
    page = client_of(alice).get(feed_of(household)).content.decode()
    assert "&lt;b&gt;{actor}&lt;/b&gt;" in page
