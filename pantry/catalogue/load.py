"""The catalogue as rows, for foreign keys and joins; the file is what counts."""

from collections.abc import Iterable
from operator import attrgetter

from django.db import models, transaction

from pantry.catalogue.categories import CATEGORIES
from pantry.catalogue.facts import FoodFacts
from pantry.catalogue.file import foods
from pantry.catalogue.keys import name_key
from pantry.catalogue.nutrition_file import all_figures
from pantry.models import Category, Food, FoodAlias, ShelfLife


def load_catalogue(using: str = "owner") -> int:
    """Write the rows that differ from the file, and say how many. A food that left the file keeps its row: things
    of a household may point at it.
    """
    with transaction.atomic(using):
        changed = renew(Category, category_rows(), using)
        changed += renew(Food, food_rows(), using)
        changed += replace(FoodAlias, alias_rows(), using)
        return changed + replace(ShelfLife, life_rows(), using)


def category_rows() -> Iterable[Category]:
    for one in CATEGORIES.values():
        yield Category(
            id=one.id,
            slug=one.slug,
            name=one.name,
            emoji=one.emoji,
            tone=one.tone,
            position=one.position,
            parent_id=CATEGORIES[one.parent].id if one.parent else None,
        )


def food_rows() -> Iterable[Food]:
    known = {id: (source, figures) for id, source, figures in all_figures()}
    for one in foods():
        source, figures = known.get(one.number, ("", {}))
        yield Food(
            id=one.number,
            name=one.name,
            plural=one.plural,
            name_key=name_key(one.name),
            category_id=CATEGORIES[one.category].id,
            group_id=CATEGORIES[one.group].id if one.group != one.category else None,
            emoji=one.emoji,
            density=one.density,
            piece_small=one.piece_small,
            piece_weight=one.piece_weight,
            piece_large=one.piece_large,
            package_weight=one.package_weight,
            unit_weights={unit: str(grams) for unit, grams in one.unit_weights.items()},
            usual_unit=one.usual_unit,
            storage=one.storage,
            allergens=list(one.allergens),
            diets=sorted(one.diets),
            staple=one.staple,
            parent_id=one.parent,
            nutrition=figures,
            nutrition_source=source,
            sources=one.sources,
        )


def alias_rows() -> Iterable[FoodAlias]:
    for one in foods():
        for key, name in other_names(one).items():
            yield FoodAlias(food_id=one.number, name=name, name_key=key)


def other_names(food: FoodFacts) -> dict[str, str]:
    """By their normal form; a plural is one only where that differs ("geese")."""
    named = {name_key(name): name for name in reversed(food.names)}
    named.pop(name_key(food.name))
    return named


def life_rows() -> Iterable[ShelfLife]:
    for one in foods():
        for (storage, state), days in one.shelf_life.items():
            yield ShelfLife(food_id=one.number, storage=storage, state=state, days=days)


def columns(model: type[models.Model]) -> list[str]:
    """What a row says, but for a number that the database gave it."""
    return [field.attname for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]


def renew(model: type[models.Model], wanted: Iterable[models.Model], using: str) -> int:
    """Rows with ids of their own: written where they are new or say something else."""
    rows, content = model._default_manager.using(using), attrgetter(*columns(model))
    kept = {said[0]: said for said in rows.values_list(*columns(model))}
    written = [row for row in wanted if kept.get(row.pk) != content(row)]
    names = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    if written:
        rows.bulk_create(written, update_conflicts=True, update_fields=names, unique_fields=["id"])
    return len(written)


def replace(model: type[models.Model], wanted: Iterable[models.Model], using: str) -> int:
    """Rows that nothing points at: those that say what the file does not say go, those that lack come."""
    rows, content = model._default_manager.using(using), attrgetter(*columns(model))
    lacking = {content(row): row for row in wanted}
    gone = [pk for pk, *said in rows.values_list("pk", *columns(model)) if not lacking.pop(tuple(said), None)]
    if gone:
        rows.filter(pk__in=gone).delete()
    if lacking:
        rows.bulk_create(lacking.values())
    return len(gone) + len(lacking)
