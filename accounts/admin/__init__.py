"""The staff's tables of people and households."""

from django.contrib.auth.signals import user_logged_out

from accounts.admin import feed, files, history, household, people, rows, sign_in
from accounts.admin.entrance import HouseholdEntrance, leave_on_sign_out
from kitchen.admin_site.site import KitchenAdmin

__all__ = ["feed", "files", "history", "household", "people", "rows", "sign_in"]

KitchenAdmin.entrance = HouseholdEntrance()
user_logged_out.connect(leave_on_sign_out, dispatch_uid="accounts.staff_entry")
