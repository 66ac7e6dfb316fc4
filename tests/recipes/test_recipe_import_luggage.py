"""What comes along with the recipes of another program. recipes:recipe_import.create takes the same way."""

from datetime import UTC, date, datetime
from decimal import Decimal

from accounts.models import Household, User
from kitchen import tenancy
from recipes.importers import Comment, Cooked, Draft, Section
from recipes.models import (
    CollectionEntry,
    Recipe,
    RecipeComment,
    RecipeCooking,
    RecipeFavourite,
    RecipeReview,
)
from recipes.services.recipe_import import import_drafts

FULL = Draft(
    title="Dal",
    ingredients=[Section("", ["200 g red lentils"])],
    steps=[Section("", ["Boil."])],
    rating=Decimal("4.5"),
    favourite=True,
    comments=[Comment("Ada", "Better with lime.", date(2020, 5, 4)), Comment("", "Mine.")],
    cooked=[Cooked(date(2021, 3, 2), Decimal(2), "Salty")],
    collections=["Sundays", "sundays", "Quick"],
    created=date(2019, 1, 2),
    equipment=["pot"],
    nutrients={"calories": "320 kcal"},
    servings=Decimal(4),
    servings_of="bowls",
)


def test_stars_hearts_remarks_and_days_become_those_of_who_imports(household: Household, bob: User) -> None:
    with tenancy.scope(household=household.pk, person=bob.pk):
        (done,) = import_drafts(household, [FULL], by=bob)
        assert done.recipe
        assert import_drafts(household, [FULL], by=bob)[0].already
        dal = Recipe.objects.get()
        assert dal.created_at == datetime(2019, 1, 2, 12, tzinfo=UTC)
        assert (dal.servings_of, dal.equipment, dal.label) == ("bowls", ["pot"], {"calories": "320 kcal"})
        assert RecipeReview.objects.values_list("person", "stars").get() == (bob.pk, 5)
        assert RecipeFavourite.objects.get().person_id == bob.pk
        said = list(RecipeComment.objects.order_by("created_at").values_list("said_by", "author", "text"))
        assert said == [("Ada", None, "Better with lime."), ("", bob.pk, "Mine.")]
        assert RecipeComment.objects.get(said_by="Ada").created_at.date() == date(2020, 5, 4)
        assert RecipeCooking.objects.get().cooked_at.date() == date(2021, 3, 2)
        assert sorted(CollectionEntry.objects.values_list("collection__name", flat=True)) == ["Quick", "sundays"]
        assert dal.standing.rating_count == 1
