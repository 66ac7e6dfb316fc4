"""Programs whose recipes come in, and how each lets them out, in a sentence."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as lazy


@dataclass(frozen=True)
class Program:
    """`files` are the endings of what it saves."""

    name: Any
    how: Any
    files: str = ""

    @property
    def is_brand(self) -> bool:
        """A name that no language changes."""
        return isinstance(self.name, str)


PROGRAMS = (
    Program("Paprika", lazy("Settings, Export, “Paprika Recipe Format”."), ".paprikarecipes"),
    Program("Mealie", lazy("Data Management, Recipes, Export; or a whole backup of the admin's page."), ".zip"),
    Program("Tandoor", lazy("Export, all recipes, “Default”."), ".zip"),
    Program("Nextcloud Cookbook", lazy("Pack the folder of the recipes as a zip."), ".zip"),
    Program("RecipeSage", lazy("Settings, Export, JSON-LD or XML."), ".json"),
    Program("Recipe Keeper", lazy("Settings, Import/Export, “Recipe Keeper .zip”."), ".zip"),
    Program("CopyMeThat", lazy("Account, Export your recipes, HTML or text."), ".zip"),
    Program("Plan to Eat", lazy("Account settings, Export recipes, CSV."), ".csv"),
    Program("Mela", lazy("Settings, Export, all recipes."), ".melarecipes"),
    Program("Crouton", lazy("Settings, Export, all recipes."), ".zip"),
    Program("My Recipe Box", lazy("Settings, Backup and restore, Export."), ".zip"),
    Program("Cookmate, My CookBook", lazy("Menu, Backup, “to a file”."), ".mcb, .zip"),
    Program("RecetteTek", lazy("Menu, Backup, Export to a file."), ".rtk"),
    Program("Saffron", lazy("Account, Export, as text."), ".zip"),
    Program("ChefTap", lazy("Settings, Export recipes, as text."), ".zip"),
    Program("Pepperplate", lazy("Tools, Export, as text."), ".zip"),
    Program("Chowdown", lazy("Pack the folder “_recipes” with its pictures."), ".zip"),
    Program("Cooklang", lazy("The .cook files, or a zip of their folder."), ".cook, .zip"),
    Program("MealMaster", lazy("The export as it is."), ".mmf, .txt"),
    Program("MasterCook", lazy("File, Export, as MX2 or text."), ".mx2, .mxp"),
    Program("Living Cookbook", lazy("File, Export, Living Cookbook format."), ".fdx, .fdxz"),
    Program("Krecipes", lazy("File, Export, Krecipes format."), ".kreml"),
    Program("Gourmet", lazy("File, Export all, Gourmet XML."), ".grmt"),
    Program("Evernote", lazy("Select the notes, Export, ENEX."), ".enex"),
    Program(lazy("A table of your own"), lazy("Save it as CSV; which column is what, you say here."), ".csv"),
    Program(lazy("Notes and pages"), lazy("Markdown, plain text, JSON-LD, saved web pages, or a zip of them."), ""),
    Program("Kitchen", lazy("What was taken along from here comes back as it was."), ".zip"),
)


def programs() -> tuple[Program, ...]:
    return PROGRAMS
