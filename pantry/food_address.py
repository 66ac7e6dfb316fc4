"""How a food stands in an address: `<food:id>` is a number of the catalogue or the UUID of an own one."""

from django.urls import register_converter

from pantry.models import FoodId, food_text, read_food_ref


class FoodAddress:
    regex = "[0-9]{1,9}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

    def to_python(self, value: str) -> FoodId:
        ref = read_food_ref(value)
        if ref is None:
            raise ValueError(value)
        return ref

    def to_url(self, value: FoodId | str) -> str:
        return value if isinstance(value, str) else food_text(value)


register_converter(FoodAddress, "food")
