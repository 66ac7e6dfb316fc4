"""Shopping, to look at: what is on the lists and what was split is the household's to change."""

from django.contrib import admin

from kitchen.admin_site.bases import HouseholdRowsAdmin
from shopping.models import (
    AisleChoice,
    Expense,
    ExpenseItem,
    ExpenseShare,
    ItemReason,
    ListLink,
    ListOperation,
    PriceRecord,
    RecurringItem,
    Settlement,
    ShoppingHabits,
    ShoppingList,
    ShoppingListItem,
    ShoppingTrip,
    Store,
)


@admin.register(ShoppingList)
class ShoppingListAdmin(HouseholdRowsAdmin):
    list_display = ("name", "emoji", "added_by", "created_at", "archived_at")
    list_filter = ("created_at", "archived_at")
    list_select_related = ("added_by",)
    search_fields = ("name",)
    ordering = ("position", "created_at", "id")
    fields = (*list_display, "budget", "store", "number")


@admin.register(ShoppingListItem)
class ShoppingListItemAdmin(HouseholdRowsAdmin):
    list_display = ("name", "shopping_list", "quantity", "unit", "state", "added_by", "ticked_by", "created_at")
    list_filter = ("state", "created_at")
    list_select_related = ("shopping_list", "added_by", "ticked_by")
    search_fields = ("name", "note")
    ordering = ("-created_at", "-id")
    fields = (
        *list_display[:4],
        *("food", "category", "product", "note", "price", "needed_on", "assigned_to"),
        *list_display[4:],
        *("ticked_at", "store", "changed_by", "removed_by", "number"),
    )


@admin.register(ItemReason)
class ItemReasonAdmin(HouseholdRowsAdmin):
    list_display = ("item", "recipe", "quantity", "unit")
    list_select_related = ("item", "recipe")
    search_fields = ("item__name", "recipe__name")
    ordering = ("item_id", "id")
    fields = list_display


@admin.register(Expense)
class ExpenseAdmin(HouseholdRowsAdmin):
    list_display = ("title", "total", "currency", "mode", "paid_by", "added_by", "created_at", "deleted_at")
    list_filter = ("created_at", "deleted_at")
    list_select_related = ("paid_by", "added_by")
    search_fields = ("title",)
    ordering = ("-created_at", "-id")
    fields = list_display


@admin.register(ExpenseShare)
class ExpenseShareAdmin(HouseholdRowsAdmin):
    list_display = ("expense", "name", "user", "amount", "confirmed_at")
    list_filter = ("confirmed_at",)
    list_select_related = ("expense", "user")
    search_fields = ("name", "expense__title")
    ordering = ("expense_id", "position", "id")
    fields = list_display


@admin.register(ExpenseItem)
class ExpenseItemAdmin(HouseholdRowsAdmin):
    list_display = ("expense", "name", "amount")
    list_select_related = ("expense",)
    search_fields = ("name", "expense__title")
    ordering = ("expense_id", "position", "id")
    fields = list_display


@admin.register(Settlement)
class SettlementAdmin(HouseholdRowsAdmin):
    list_display = ("payer_name", "payee_name", "amount", "currency", "paid_on", "confirmed_at", "deleted_at")
    list_filter = ("paid_on", "confirmed_at", "deleted_at")
    search_fields = ("payer_name", "payee_name")
    ordering = ("-paid_on", "-created_at", "id")
    fields = (*list_display, "noted_by", "created_at")


@admin.register(Store)
class StoreAdmin(HouseholdRowsAdmin):
    list_display = ("name", "emoji", "added_by", "created_at", "removed_at")
    list_filter = ("created_at", "removed_at")
    list_select_related = ("added_by",)
    search_fields = ("name",)
    ordering = ("name", "id")
    fields = (*list_display, "aisles", "placed", "pairs")


@admin.register(ShoppingTrip)
class ShoppingTripAdmin(HouseholdRowsAdmin):
    list_display = ("by", "shopping_list", "store", "started_at", "ended_at")
    list_filter = ("started_at", "ended_at")
    list_select_related = ("by", "shopping_list", "store")
    search_fields = ("shopping_list__name", "store__name")
    ordering = ("-started_at", "id")
    fields = list_display


@admin.register(PriceRecord)
class PriceRecordAdmin(HouseholdRowsAdmin):
    list_display = ("name", "price", "currency", "quantity", "unit", "store", "paid_on", "by")
    list_filter = ("paid_on", "currency")
    list_select_related = ("store", "by")
    search_fields = ("name",)
    ordering = ("-paid_on", "id")
    fields = (*list_display, "food", "product", "item")


@admin.register(ListLink)
class ListLinkAdmin(HouseholdRowsAdmin):
    """That there is one; never its token."""

    list_display = ("shopping_list", "created_by", "created_at", "revoked_at")
    list_filter = ("created_at", "revoked_at")
    list_select_related = ("shopping_list", "created_by")
    search_fields = ("shopping_list__name",)
    ordering = ("-created_at", "-id")
    fields = list_display


@admin.register(RecurringItem)
class RecurringItemAdmin(HouseholdRowsAdmin):
    list_display = ("name", "shopping_list", "quantity", "unit", "every", "period", "next_on", "stopped_at")
    list_filter = ("period", "next_on", "stopped_at")
    list_select_related = ("shopping_list",)
    search_fields = ("name", "note")
    ordering = ("next_on", "name_key", "id")
    fields = (*list_display, "food", "note", "added_by", "created_at")


@admin.register(AisleChoice)
class AisleChoiceAdmin(HouseholdRowsAdmin):
    list_display = ("name_key", "category")
    list_select_related = ("category",)
    search_fields = ("name_key",)
    ordering = ("name_key", "id")
    fields = list_display


@admin.register(ShoppingHabits)
class ShoppingHabitsAdmin(HouseholdRowsAdmin):
    list_display = ("household", "putting_away")
    list_select_related = ("household",)
    search_fields = ("household__name",)
    ordering = ("household_id",)
    fields = list_display


@admin.register(ListOperation)
class ListOperationAdmin(HouseholdRowsAdmin):
    list_display = ("shopping_list", "number", "kind", "item", "by", "made_at")
    list_filter = ("kind", "made_at")
    list_select_related = ("shopping_list", "item", "by")
    search_fields = ("item__name", "shopping_list__name")
    ordering = ("-made_at", "-id")
    fields = (*list_display, "operation", "why")
