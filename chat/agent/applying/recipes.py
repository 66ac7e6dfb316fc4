"""Keeping a recipe, and bringing one in from a page, from what a proposal keeps of it (JSON)."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from chat.agent.deps import Kitchen
from kitchen.errors import DomainError
from recipes.content import RecipeContent
from recipes.importers.draft import Section
from recipes.incoming import from_addresses
from recipes.models import ImportBatch, ImportWay
from recipes.services.import_batch import begin_import
from recipes.services.import_undo import undo_import
from recipes.services.recipe import save_recipe
from recipes.tasks import queue_import


def save(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    content = RecipeContent(
        arguments["name"],
        [Section("", list(arguments["ingredients"]))],
        [Section("", list(arguments["steps"]))],
        Decimal(arguments["servings"]) if arguments["servings"] else None,
        cook_minutes=arguments["minutes"],
    )
    save_recipe(kitchen.household, content, by=kitchen.person, id=UUID(arguments["id"]))
    return ""


def bring(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    """The page is read by a worker, after this: what became of it stands among the imports."""
    brought = from_addresses([arguments["url"]])
    batch, is_new = begin_import(
        kitchen.household,
        brought,
        by=kitchen.person,
        way=ImportWay.ADDRESS,
        operation=UUID(arguments["operation"]),
    )
    if is_new:
        queue_import(batch)
    return _("The page of %(name)s is being read: its recipe comes among yours in a moment.") % {
        "name": brought[0].name
    }


def take_back(kitchen: Kitchen, arguments: dict[str, Any]) -> str:
    """What came in with the page goes out again."""
    batches = ImportBatch.objects.select_related("household")
    batch = batches.filter(household=kitchen.household, operation=UUID(arguments["operation"])).first()
    if batch is None:
        raise DomainError(_("This import is not here any more."))
    undo_import(batch, by=kitchen.person)
    return ""
