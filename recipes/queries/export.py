"""What the tables of recipes hold about a person, for the download of one's data."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet

from accounts.exports import exports
from accounts.models import User
from accounts.queries.export import rows_in_households
from recipes.models import (
    ImportBatch,
    Recipe,
    RecipeComment,
    RecipeCooking,
    RecipeDraft,
    RecipeFavourite,
    RecipeLink,
    RecipeReview,
    RecipeVersion,
    SavedSearch,
)
from recipes.queries.history import RecipeEvent

HISTORY = ("pgh_created_at", "pgh_label")
# Of each table the column that names the person, and what is told; of links never the token that opens them.
TOLD: tuple[tuple[type[Model], str, str, tuple[str, ...]], ...] = (
    (RecipeReview, "reviews", "person", ("recipe__name", "stars", "text", "created_at", "changed_at")),
    (RecipeComment, "comments", "author", ("recipe__name", "text", "created_at", "edited_at", "deleted_at")),
    (RecipeCooking, "cook-log", "by", ("recipe__name", "cooked_at", "servings", "note", "undone_at")),
    (RecipeVersion, "versions", "by", ("recipe__name", "number", "why", "content", "at")),
    (RecipeLink, "public-links", "created_by", ("recipe__name", "created_at", "revoked_at")),
    (RecipeFavourite, "favourites", "person", ("recipe__name", "note", "created_at")),
    (RecipeDraft, "drafts", "person", ("fields", "created_at", "changed_at")),
    (SavedSearch, "saved-searches", "person", ("name", "query", "created_at")),
    (ImportBatch, "imports", "by", ("title", "way", "state", "imported", "already", "failed", "created_at")),
)
# Those of which the audit trail keeps what they were.
AUDITED: dict[type[Model], tuple[str, ...]] = {
    RecipeReview: ("stars", "text"),
    RecipeComment: ("text",),
    RecipeCooking: ("cooked_at", "servings", "note"),
    RecipeLink: ("revoked_at",),
}


def register_exports() -> None:
    recipes = rows_in_households("recipes", lambda user: Recipe.objects.filter(added_by=user).values())
    history = rows_in_households(
        "history-of-recipes",
        lambda user: RecipeEvent.objects.filter(added_by_id=user.pk).order_by("pgh_id").values(*HISTORY, "name"),
    )
    exports.register("recipes.Recipe", recipes)
    exports.register("recipes.RecipeEvent", history)
    for model, name, column, told in TOLD:
        exports.register(model._meta.label, rows_in_households(name, _rows(model, column, told)))
        if columns := AUDITED.get(model):
            events: Any = model.pgh_event_model  # type: ignore[attr-defined]
            kept = rows_in_households(f"history-of-{name}", _rows(events, column, (*HISTORY, *columns)))
            exports.register(events._meta.label, kept)


def _rows(model: Any, column: str, told: tuple[str, ...]) -> Callable[[User], QuerySet[Any, Any]]:
    return lambda user: model.objects.filter(**{f"{column}_id": user.pk}).order_by("pk").values(*told)
