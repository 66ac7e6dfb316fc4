"""What the pantry puts into the registries of others."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.digest.sections import sections
from accounts.first_things import takers
from accounts.verbs import verbs
from kitchen import doctor
from kitchen.reference import references
from kitchen.search import Provider, providers
from pantry import ledger_check, transfer
from pantry.catalogue.load import load_catalogue
from pantry.digest import tell_eat_first
from pantry.food_rows import FoodRows, food_rows
from pantry.food_verbs import FOOD_VERBS
from pantry.models import Product, StockItem
from pantry.queries.export import register_exports
from pantry.queries.search import find_in_foods, find_on_shelves, find_products
from pantry.services.first_things import take_first_things
from pantry.verbs import VERBS


def wire() -> None:
    references.register("foods", load_catalogue)
    takers.register("pantry", take_first_things)
    doctor.checks.register("ledger", ledger_check.check)
    providers.register("pantry", Provider(_("Food here"), find_on_shelves))
    providers.register("products", Provider(_("Products"), find_products))
    providers.register("foods", Provider(_("Foods"), find_in_foods))
    register_exports()
    transfer.register()
    sections.register("eat first", tell_eat_first)
    food_rows.register("pantry.stock", FoodRows(StockItem, Q(finished_at=None)))
    food_rows.register("pantry.product", FoodRows(Product, Q(removed_at=None)))
    for name, verb in {**VERBS, **FOOD_VERBS}.items():
        verbs.register(name, verb)
