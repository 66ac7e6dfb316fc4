from decimal import Decimal
from typing import Any

import factory

from kitchen.ids import new_id
from pantry import models
from pantry.matching import name_key
from tests.database import as_owner
from tests.factories.accounts import HouseholdFactory
from tests.factories.base import RowFactory


class PlaceFactory(RowFactory):
    """The same place for the same name in one household."""

    class Meta:
        model = models.Place
        django_get_or_create = ("household", "name_key")

    household = factory.SubFactory(HouseholdFactory)
    name = "Fridge"
    name_key = factory.LazyAttribute(lambda place: name_key(place.name))
    storage = models.Storage.FRIDGE


class ProductFactory(RowFactory):
    """A product with one barcode, or with those that are named."""

    class Meta:
        model = models.Product
        skip_postgeneration_save = True

    household = factory.SubFactory(HouseholdFactory)
    name = "Rolled oats"
    name_key = factory.LazyAttribute(lambda product: name_key(product.name))

    @factory.post_generation
    def codes(obj: Any, create: bool, extracted: tuple[str, ...], **kwargs: Any) -> None:  # noqa: N805
        with as_owner():
            for code in extracted or (f"{obj.pk.int % 10**14:014d}",):
                models.ProductBarcode.objects.create(household=obj.household, product=obj, code=code)


class StockItemFactory(RowFactory):
    """A lot with the line of the ledger that put it there; `rough="some"` for one that nobody measured."""

    class Meta:
        model = models.StockItem
        skip_postgeneration_save = True

    household = factory.SubFactory(HouseholdFactory)
    name = "Rice"
    name_key = factory.LazyAttribute(lambda item: name_key(item.name))
    rough = ""
    amount = factory.LazyAttribute(lambda item: None if item.rough else Decimal(1000))
    unit = "g"
    place = factory.SubFactory(PlaceFactory, household=factory.SelfAttribute("..household"))

    @factory.post_generation
    def added(obj: Any, create: bool, extracted: object, **kwargs: Any) -> None:  # noqa: N805
        line = {"kind": models.MovementKind.ADDED, "delta": obj.amount, "unit": obj.unit, "operation": new_id()}
        with as_owner():
            models.StockMovement.objects.create(household=obj.household, item=obj, by=obj.added_by, **line)


class ReferenceFoodFactory(RowFactory):
    class Meta:
        model = models.ReferenceFood

    source = models.ReferenceSource.USDA
    code = factory.Sequence(str)
    name = "Quorbly"
    name_key = factory.LazyAttribute(lambda food: name_key(f"{food.name} {food.brand}"))
    brand = ""
