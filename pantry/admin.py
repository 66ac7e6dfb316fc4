"""The pantry, to look at: the shelves of a household are its own to change, and the catalogue is a file."""

from django.contrib import admin

from kitchen.admin_site.bases import HouseholdRowsAdmin, StaffAdmin
from pantry.models import (
    Category,
    CategorySetting,
    Food,
    FoodAlias,
    OwnFood,
    Place,
    Product,
    ProductBarcode,
    ReferenceFood,
    ShelfLife,
    StockItem,
    StockMovement,
)


@admin.register(Place)
class PlaceAdmin(HouseholdRowsAdmin):
    list_display = ("name", "storage", "position", "created_at")
    list_filter = ("storage",)
    search_fields = ("name",)
    ordering = ("position", "created_at", "id")
    fields = list_display


@admin.register(StockItem)
class StockItemAdmin(HouseholdRowsAdmin):
    list_display = ("name", "amount", "unit", "rough", "place", "use_by", "date_kind", "finished_at")
    list_filter = ("date_kind", "created_at", "finished_at")
    list_select_related = ("place",)
    search_fields = ("name",)
    ordering = ("use_by", "name_key", "id")
    fields = (
        "name",
        "food",
        "amount",
        "unit",
        "pack",
        "rough",
        "place",
        "use_by",
        "date_kind",
        "printed_on",
        "note",
        "added_by",
    )


@admin.register(StockMovement)
class StockMovementAdmin(HouseholdRowsAdmin):
    """The ledger: added to by services, changed by nobody."""

    list_display = ("created_at", "item", "kind", "delta", "unit", "reason", "by")
    list_filter = ("kind", "reason", "created_at")
    list_select_related = ("item", "by")
    search_fields = ("item__name", "=operation")
    ordering = ("-created_at", "-id")
    fields = (*list_display, "operation", "from_place", "to_place", "undoes")


@admin.register(Category)
class CategoryAdmin(StaffAdmin):
    list_display = ("position", "name", "slug", "emoji", "parent")
    list_select_related = ("parent",)
    search_fields = ("name", "slug")
    ordering = ("position", "id")
    fields = list_display


@admin.register(Food)
class FoodAdmin(StaffAdmin):
    list_display = ("name", "category", "storage", "usual_unit", "density", "piece_weight", "staple")
    list_filter = ("category", "storage", "staple")
    list_select_related = ("category",)
    search_fields = ("name", "name_key")
    ordering = ("name_key", "id")
    fields = (
        *(*list_display, "plural", "name_key", "emoji", "group", "parent", "piece_small", "piece_large"),
        *("package_weight", "unit_weights", "allergens", "diets", "nutrition", "nutrition_source", "sources"),
    )


@admin.register(FoodAlias)
class FoodAliasAdmin(StaffAdmin):
    list_display = ("name", "food")
    list_select_related = ("food",)
    search_fields = ("name", "name_key")
    ordering = ("name_key", "id")
    fields = ("name", "name_key", "food")


@admin.register(ShelfLife)
class ShelfLifeAdmin(StaffAdmin):
    list_display = ("food", "storage", "state", "days")
    list_filter = ("storage", "state")
    list_select_related = ("food",)
    search_fields = ("food__name",)
    ordering = ("food_id", "storage", "state", "id")
    fields = list_display


@admin.register(ReferenceFood)
class ReferenceFoodAdmin(StaffAdmin):
    list_display = ("name", "brand", "source", "code", "group")
    list_filter = ("source",)
    search_fields = ("name", "=code", "=barcode")
    ordering = ("source", "name_key", "id")
    fields = (*list_display, "barcode", "quantity", "nutrition", "weights", "shelf_life")


@admin.register(OwnFood)
class OwnFoodAdmin(HouseholdRowsAdmin):
    list_display = ("name", "base", "storage", "minimum", "minimum_unit", "lead_days", "removed_at")
    list_filter = ("storage", "removed_at")
    list_select_related = ("base",)
    search_fields = ("name", "name_key")
    ordering = ("name_key", "id")
    fields = (*list_display, "said", "plural", "aliases", "category", "merged_into", "merged_into_own", "source")


@admin.register(CategorySetting)
class CategorySettingAdmin(HouseholdRowsAdmin):
    list_display = ("category", "lead_days")
    list_select_related = ("category",)
    ordering = ("category_id", "id")
    fields = list_display


@admin.register(Product)
class ProductAdmin(HouseholdRowsAdmin):
    list_display = ("name", "brand", "pack_amount", "pack_unit", "source", "created_at", "removed_at")
    list_filter = ("source", "created_at", "removed_at")
    search_fields = ("name", "brand")
    ordering = ("name_key", "id")
    fields = (*list_display, "food", "own_food", "storage", "nutrition", "shelf_life", "source_url", "note")


@admin.register(ProductBarcode)
class ProductBarcodeAdmin(HouseholdRowsAdmin):
    list_display = ("code", "product", "in_store", "created_at")
    list_filter = ("in_store", "created_at")
    list_select_related = ("product",)
    search_fields = ("=code", "product__name")
    ordering = ("created_at", "id")
    fields = list_display
