"""The pages that search finds by name, and by the other words that people use for them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    """A page by its URL name `to`; pages of the household are found by those who may open them."""

    title: Any
    words: Any
    to: str
    icon: str
    in_household: bool = True


HOUSEHOLD = (
    Place(_("Today"), _("start home overview"), "home:today", "today"),
    Place(_("Pantry"), _("food shelves fridge freezer stock"), "pantry:home", "pantry"),
    Place(_("Places for food"), _("fridge freezer cupboard cellar shelf drawer"), "pantry:place.index", "pantry"),
    Place(_("Recipes"), _("dishes cook meals plan"), "recipes:home", "recipes"),
    Place(_("Shopping"), _("list shops buy groceries"), "shopping:home", "shopping"),
    Place(_("Another shopping list"), _("new begin market party"), "shopping:list.create", "plus"),
    Place(_("Chat"), _("assistant ask talk question help"), "chat:home", "chat"),
    Place(_("What happened"), _("feed activity history undo lately"), "home:feed", "clock"),
    Place(_("People"), _("members roles household who leave"), "accounts:member.index", "people"),
    Place(_("Diets and allergies"), _("who eats here children eaters"), "accounts:eater.index", "leaf"),
    Place(_("Invite somebody"), _("invitation code link qr add member"), "accounts:invitation.create", "plus"),
    Place(_("Invitations"), _("open codes links revoke"), "accounts:invitation.index", "mail"),
    Place(_("Household settings"), _("name currency country time zone"), "accounts:household.show", "settings"),
    Place(_("Assistant"), _("model key openai anthropic ollama who answers"), "chat:assistant.show", "chat"),
    Place(_("What the assistant remembers"), _("memory notes forget know about us"), "chat:note.index", "pin"),
    Place(_("What the assistant has taken"), _("usage tokens cost money model"), "chat:usage.show", "chat"),
)
PERSON = (
    Place(_("Profile"), _("my account name time zone language"), "accounts:me.show", "person", False),
    Place(_("Preferences"), _("theme dark light units text size"), "accounts:preference.edit", "settings", False),
    Place(_("Email"), _("my address mail change"), "account_email", "mail", False),
    Place(_("Password"), _("security change"), "account_change_password", "key", False),
    Place(_("Second step and passkeys"), _("security authenticator codes"), "mfa_index", "shield", False),
    Place(_("Where I am signed in"), _("sessions devices sign out"), "accounts:session.index", "device", False),
    Place(_("Sign-ins and security"), _("what happened to my account"), "accounts:security_event.index", "eye", False),
    Place(_("My data"), _("download export delete account privacy"), "accounts:data.show", "download", False),
    Place(_("My households"), _("switch create another join"), "accounts:household.index", "swap", False),
)
PLACES = HOUSEHOLD + PERSON
