"""Editing what is written down: a recipe, the address of one, a note, the title of a bill."""

from typing import Any

from django.utils.translation import gettext as _

from chat.agent.applying import memory
from chat.agent.deps import Kitchen
from chat.agent.editing.parts import CHOICE, LINES, TEXT, Edit, Part, Said
from chat.agent.rehearsal import rehearsed
from chat.agent.toolbox import Planned
from chat.agent.tools.memory import noted
from chat.agent.tools.writing import import_recipe, number_said, save_recipe
from chat.services.note import LONGEST
from kitchen.errors import DomainError

Arguments = dict[str, Any]
LONGEST_RECIPE, LONGEST_ADDRESS = 20_000, 2000
MINE, SHARED = "mine", "shared"


def recipe_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    del kitchen
    minutes = arguments["minutes"]
    return [
        Part("name", _("Name of the dish"), TEXT, arguments["name"]),
        Part("servings", _("For how many"), TEXT, arguments["servings"], required=False, most=8),
        Part("minutes", _("Minutes"), TEXT, "" if minutes is None else str(minutes), required=False, most=8),
        Part("ingredients", _("Ingredients"), LINES, "\n".join(arguments["ingredients"]), most=LONGEST_RECIPE),
        Part("steps", _("Steps"), LINES, "\n".join(arguments["steps"]), required=False, most=LONGEST_RECIPE),
    ]


def recipe_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    planned: Any = save_recipe(
        kitchen,
        said["name"],
        said["ingredients"].splitlines(),
        said["steps"].splitlines(),
        number_said(said["servings"], "servings"),
        minutes if (minutes := number_said(said["minutes"], "minutes")) is None else int(minutes),
    )
    return Planned({**planned.arguments, "id": arguments["id"]}, planned.effect)


def address_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    del kitchen
    return [Part("url", _("Address"), TEXT, arguments["url"], most=LONGEST_ADDRESS)]


def address_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    try:
        planned: Any = import_recipe(kitchen, said["url"])
    except DomainError as refusal:
        raise DomainError(str(refusal), field="url") from refusal
    return Planned({**planned.arguments, "operation": arguments["operation"]}, planned.effect)


def note_parts(kitchen: Kitchen, arguments: Arguments) -> list[Part]:
    del kitchen
    whose = ((MINE, _("Only for me")), (SHARED, _("For everybody here")))
    return [
        Part("text", _("What to remember"), TEXT, arguments["text"], most=LONGEST),
        Part("whose", _("For whom"), CHOICE, SHARED if arguments["everybody"] else MINE, choices=whose),
    ]


def note_changed(kitchen: Kitchen, arguments: Arguments, said: Said) -> Planned:
    changed = {**arguments, "text": said["text"], "everybody": said["whose"] == SHARED}
    rehearsed(lambda: memory.keep(kitchen, changed))
    return Planned(changed, [noted(changed)])


RECIPE, ADDRESS = Edit(recipe_parts, recipe_changed), Edit(address_parts, address_changed)
NOTE = Edit(note_parts, note_changed)
