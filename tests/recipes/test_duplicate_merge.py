"""recipes:duplicate.merge: two recipes become one, with what belongs to both, and two again."""

from decimal import Decimal

from django.test import Client

from accounts.models import Activity, Household, User
from kitchen import tenancy
from kitchen.ids import new_id
from recipes.content import content_of
from recipes.importers import Draft, Section
from recipes.models import (
    CollectionEntry,
    Recipe,
    RecipeCollection,
    RecipeComment,
    RecipeCooking,
    RecipeFavourite,
    RecipeReview,
    RecipeVersion,
)
from recipes.services.recipe_import import import_draft
from shopping.models import ItemReason
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import RecipeFactory, ShoppingListItemFactory


def url(one: Recipe, other: Recipe) -> str:
    return f"/h/{one.household.code}/recipes/duplicates/{one.pk}/{other.pk}/"


def two(household: Household) -> tuple[Recipe, Recipe]:
    one = RecipeFactory(household=household, name="Dal", lines="200 g red lentils", tags=["quick"], notes="Mild.")
    other = RecipeFactory(
        household=household, name="Daal", lines="250 g red lentils\n1 onion", tags=["soup"], notes="Hot.", servings=4
    )
    return one, other


def own(recipe: Recipe, person: User) -> None:
    """One of everything that goes along, of this recipe."""
    item = ShoppingListItemFactory(shopping_list__household=recipe.household)
    rows = {"household": recipe.household, "recipe": recipe}
    with as_owner():
        RecipeReview.objects.create(**rows, person=person, stars=4)
        RecipeComment.objects.create(**rows, author=person, text="Good.")
        RecipeCooking.objects.create(**rows, by=person, operation=new_id())
        RecipeFavourite.objects.create(**rows, person=person, note="mine")
        sundays, _new = RecipeCollection.objects.get_or_create(
            household=recipe.household, name="Sundays", name_key="sunday"
        )
        CollectionEntry.objects.create(household=recipe.household, collection=sundays, recipe=recipe)
        ItemReason.objects.create(**rows, item=item)


def counts(recipe: Recipe) -> list[int]:
    kinds = (RecipeReview, RecipeComment, RecipeCooking, CollectionEntry, ItemReason)
    with as_owner():
        return [kind.objects.filter(recipe=recipe).count() for kind in kinds]


def merged(one: Recipe, other: Recipe, client: Client) -> Activity:
    """Sent twice, it is done once."""
    sent = {"name": "kept", "ingredients": "gone", "tags": "both", "notes": "both", "servings": "gone"}
    for _ in range(2):
        answer = client.post(url(one, other), sent)
        assert answer["Location"] == f"/h/{one.household.code}/recipes/{one.pk}/"
    with as_owner():
        return Activity.objects.get(verb="recipe.merged")


def test_two_become_one(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    one, other = two(household)
    own(one, alice)
    own(other, bob)
    client = client_of(alice)
    assert "250 g red lentils" in client.get(url(one, other)).content.decode()
    merged(one, other, client)
    with as_owner():
        kept, gone = Recipe.objects.get(pk=one.pk), Recipe.objects.get(pk=other.pk)
        assert (kept.name, kept.servings, kept.tags) == ("Dal", Decimal(4), ["quick", "soup"])
        assert (kept.notes, content_of(kept).ingredients[0].lines[1]) == ("Mild.\n\nHot.", "1 onion")
        assert (gone.merged_into_id, gone.deleted_at is None) == (kept.pk, False)
        assert RecipeVersion.objects.filter(recipe=kept).first().why == "merged"  # type: ignore[union-attr]
        assert set(RecipeFavourite.objects.filter(recipe=kept).values_list("person", flat=True)) == {alice.pk, bob.pk}
        assert (kept.standing.rating_count, kept.standing.cooked_count) == (2, 2)
    # Both lay in the same collection: there the kept one lies once.
    assert (counts(kept), counts(gone)) == ([2, 2, 2, 1, 2], [0, 0, 0, 1, 0])
    moved = client.get(f"/h/{household.code}/recipes/{other.pk}/")
    assert (moved.status_code, moved["Location"]) == (302, f"/h/{household.code}/recipes/{one.pk}/")


def test_and_two_again(household: Household, alice: User, bob: User, client_of: ClientOf) -> None:
    one, other = two(household)
    own(one, alice)
    own(other, bob)
    with as_owner():
        before = content_of(one)
    client = client_of(alice)
    told = merged(one, other, client)
    client.post(f"/h/{household.code}/feed/{told.pk}/undo/")
    with as_owner():
        assert content_of(Recipe.objects.get(pk=one.pk)) == before
        back = Recipe.objects.get(pk=other.pk)
        assert (back.merged_into_id, back.deleted_at) == (None, None)
    assert counts(one) == counts(other) == [1, 1, 1, 1, 1]


def test_one_cannot_become_itself_nor_anothers(
    household: Household, other_household: Household, alice: User, guest: User, client_of: ClientOf
) -> None:
    one, _other = two(household)
    theirs = RecipeFactory(household=other_household, name="Dal")
    client = client_of(alice)
    assert client.post(url(one, one), {}).status_code == 422
    assert client.get(url(one, theirs)).status_code == 404
    assert client.post(url(one, theirs), {}).status_code == 404
    assert client_of(guest).get(url(one, one)).status_code == 403
    with as_owner():
        assert not Recipe.objects.exclude(merged_into=None).exists()


def test_the_source_of_one_that_went_is_here(household: Household, alice: User, client_of: ClientOf) -> None:
    draft = Draft(title="Dal", ingredients=[Section("", ["1 onion"])], source_url="https://example.org/dal")
    with tenancy.scope(household=household.pk, person=alice.pk):
        gone = import_draft(household, draft, by=alice).recipe
    kept = RecipeFactory(household=household, name="Dal of ours", lines="2 onions", steps="Fry.")
    assert gone
    merged(kept, gone, client_of(alice))
    with tenancy.scope(household=household.pk, person=alice.pk):
        again = import_draft(household, draft, by=alice)
    assert (again.recipe, again.already) == (kept, True)
