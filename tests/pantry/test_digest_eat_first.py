"""What the digest says of the shelves and of dishes."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation

from accounts.digest.letter import letter_of, message_of
from accounts.digest.sections import Digest, Section, as_read_by, digest_of
from accounts.models import Household, User
from kitchen import tenancy
from pantry.models import OwnFood
from pantry.queries.foods import food_called
from pantry.services.lead import set_category_days
from tests.accounts.digests import DAY, spinach, wants
from tests.database import as_owner
from tests.factories import EaterFactory, RecipeFactory, StockItemFactory


def digest(household: Household, person: User) -> Digest | None:
    with tenancy.scope(household=household.pk, person=person.pk), as_read_by(person, household):
        return digest_of(household, person, DAY)


def eat_first(household: Household, person: User) -> Section:
    found = digest(household, person)
    assert found is not None
    return found.sections[0]


def lines(household: Household, person: User) -> list[str]:
    found = digest(household, person)
    return [f"{line.text}: {line.why}" for line in found.sections[0].lines] if found else []


def lot(household: Household, name: str, days: int, kind: str = "estimated", **fields: Any) -> Any:
    with tenancy.scope(household=household.pk):
        ref = food_called(name)
    given = {"amount": 2, "unit": "piece", "food_id": ref, "use_by": DAY + timedelta(days=days), **fields}
    return StockItemFactory(household=household, name=name, date_kind=kind, **given)


def test_the_most_urgent_is_first_and_what_is_past_is_told_apart(household: Household, alice: User) -> None:
    lot(household, "carrots", 2)
    lot(household, "spinach", 0)
    lot(household, "milk", 1)
    lot(household, "chicken", -1, "use_by")
    lot(household, "yoghurt", -2, "best_before")
    lot(household, "bread", -3)
    lot(household, "potatoes", 4)
    told = eat_first(household, alice)
    assert [f"{line.text}: {line.why}" for line in told.lines] == [
        "Spinach, 2: today",
        "Milk, 2: by tomorrow",
        "Carrots, 2: by Monday",
        "Bread, 2: was to be eaten by 18 November: look at it",
        "Yoghurt, 2: best before 19 November: often still good, look and smell",
        "Chicken, 2: past its use-by date, 20 November: better not eat it",
    ]
    assert told.headline == "eat spinach today, and 5 more things"
    assert [line.state for line in told.lines] == ["late", "soon", "soon", "late", "check", "late"]


@pytest.mark.parametrize(
    ("days", "kind", "headline"),
    [
        (0, "estimated", "eat ham today"),
        (1, "use_by", "eat ham by tomorrow"),
        (3, "best_before", "eat ham by Tuesday"),
        (-1, "use_by", "ham is past its use-by date"),
        (-1, "best_before", "look at ham"),
        (-7, "estimated", "look at ham"),
    ],
)
def test_the_headline(household: Household, alice: User, days: int, kind: str, headline: str) -> None:
    lot(household, "ham", days, kind)
    assert eat_first(household, alice).headline == headline


def test_what_is_long_past_is_counted_and_does_not_nag(household: Household, alice: User) -> None:
    lot(household, "ham", -8)
    StockItemFactory(household=household, name="Candles", use_by=None)
    assert digest(household, alice) is None
    lot(household, "milk", 1)
    assert eat_first(household, alice).more == "1 thing is past its date for more than a week."


def test_many_are_not_all_named(household: Household, alice: User) -> None:
    for n in range(9):
        lot(household, f"leftover {n}", 0)
    told = eat_first(household, alice)
    assert (len(told.lines), told.more) == (6, "And 3 things more.")
    assert told.headline == "eat leftover 0 today, and 8 more things"


def test_days_ahead_of_food_aisle_and_branch(household: Household, alice: User) -> None:
    """A food's own go before its branch's, those before its aisle's, those before the usual three."""
    lot(household, "beef mince", 6)
    lot(household, "spinach", 2)
    assert lines(household, alice) == ["Spinach, 2: by Monday"]
    with tenancy.scope(household=household.pk, person=alice.pk):
        set_category_days(household, {"meat": 6, "vegetables": 1}, by=alice)
    assert lines(household, alice) == ["Beef mince, 2: by Friday"]
    with tenancy.scope(household=household.pk, person=alice.pk):
        set_category_days(household, {"leaves": 2}, by=alice)
    assert lines(household, alice) == ["Spinach, 2: by Monday", "Beef mince, 2: by Friday"]
    with as_owner():
        base = StockItemFactory._meta.model.objects.get(name="spinach").food_id
        OwnFood.objects.create(household=household, base_id=base, name="spinach", name_key="spinach", lead_days=0)
    assert lines(household, alice) == ["Beef mince, 2: by Friday"]


def test_amounts_are_in_the_persons_units(household: Household, alice: User) -> None:
    spinach(household)
    assert lines(household, wants(alice, units="us")) != lines(household, wants(alice, units="metric"))


def test_what_could_be_cooked_uses_it_up(household: Household, alice: User) -> None:
    lot(household, "spinach", 0, amount=400, unit="g")
    lot(household, "onion", 30)
    RecipeFactory(household=household, name="Spinach curry", lines="300 g spinach\n1 onion\n200 ml coconut milk")
    RecipeFactory(household=household, name="Onion soup", lines="2 onions")
    found = digest(household, alice)
    assert found is not None
    cook = found.sections[1]
    assert [(line.text, line.why) for line in cook.lines] == [
        ("Spinach curry", "Uses up the spinach (today); 1 missing: coconut milk.")
    ]
    assert cook.url == f"/h/{household.code}/tonight/"


def test_nothing_is_to_be_cooked_that_somebody_must_not_have_or_nobody_should_eat(
    household: Household, alice: User
) -> None:
    lot(household, "milk", 0, amount=1000, unit="ml")
    lot(household, "chicken breast", -1, "use_by", amount=500, unit="g")
    RecipeFactory(household=household, name="Pudding", lines="500 ml milk")
    RecipeFactory(household=household, name="Chicken", lines="400 g chicken breast")
    found = digest(household, alice)
    assert found is not None
    assert [line.text for line in found.sections[1].lines] == ["Pudding"]
    EaterFactory(household=household, name="Mia", allergens=["milk"])
    found = digest(household, alice)
    assert found is not None
    assert len(found.sections) == 1


def test_letter_and_message_say_the_same(household: Household, alice: User) -> None:
    lot(household, "<b>tofu</b>", 0)
    lot(household, "spinach", 1)
    RecipeFactory(household=household, name="Creamed spinach", lines="2 spinach")
    with tenancy.scope(household=household.pk, person=alice.pk), as_read_by(alice, household):
        found = digest_of(household, alice, DAY)
        assert found is not None
        letter, message = letter_of(found), message_of(found)
    html = str(letter.alternatives[0].content)
    assert letter.subject == message.title == "Linden 12: eat <b>tofu</b> today, and 1 more thing"
    assert "- <b>tofu</b>, 2: today" in letter.body
    assert "<strong>&lt;b&gt;tofu&lt;/b&gt;, 2</strong>" in html
    assert "<img" not in html
    assert "src=" not in html
    for text in (letter.body, html):
        assert f"http://localhost:8000/h/{household.code}/pantry/" in text
        assert "/me/preferences/" in text
    assert message.body == "<b>tofu</b>, 2 · today\nSpinach, 2 · by tomorrow\nYou could cook: Creamed spinach"


def test_it_is_told_in_the_language_of_the_person(household: Household, alice: User) -> None:
    lot(household, "spinach", 2)
    with tenancy.scope(household=household.pk, person=alice.pk), translation.override("de"):
        alice.language = "en"
        with as_read_by(alice, household):
            found = digest_of(household, alice, DAY)
        assert translation.get_language() == "de"
    assert found is not None
    assert found.headline == "eat spinach by Monday"
