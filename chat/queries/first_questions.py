"""What could be asked of the thing that a conversation is opened from; each is sent as it is read, with its name."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from accounts.models import Household
from chat.models import About
from chat.queries.about import Topic
from chat.queries.page import Suggestion
from recipes.models import Recipe
from recipes.queries.need import missing_for


def first_questions(household: Household, topic: Topic) -> list[Suggestion]:
    asked = ASKED[topic.kind]()
    if topic.kind == About.RECIPE and not _lacks(household, topic):
        asked = [one for one in asked if one not in _missing()]
    return [Suggestion(emoji, words % {"name": _inside(topic)}) for emoji, words in asked]


def _lacks(household: Household, topic: Topic) -> bool:
    """Whether something has to be got before the dish can be cooked."""
    dish = Recipe.objects.filter(household=household, pk=topic.id).select_related("household").first()
    return dish is not None and bool(missing_for(dish).missing)


def _inside(topic: Topic) -> str:
    """The name in the middle of a sentence: titles of dishes and lists stay as they are written."""
    name = topic.name
    is_plain = topic.kind in {About.LOT, About.FOOD} and name[1:].islower()
    return name[:1].lower() + name[1:] if is_plain else name


def _missing() -> list[tuple[str, str]]:
    return [("🧺", _("What is missing for %(name)s?")), ("🛒", _("Put what is missing for %(name)s on the list"))]


def _recipe() -> list[tuple[str, str]]:
    return [
        *_missing(),
        ("👥", _("Who can eat %(name)s?")),
        ("🔢", _("How many calories does %(name)s have?")),
    ]


def _lot() -> list[tuple[str, str]]:
    return [
        ("🍽️", _("What can I cook with the %(name)s?")),
        ("⏳", _("How long does %(name)s keep?")),
        ("✅", _("I used up the %(name)s")),
        ("🛒", _("Put %(name)s on the list")),
    ]


def _list() -> list[tuple[str, str]]:
    return [
        ("📋", _("What is on the list %(name)s?")),
        ("🍽️", _("What can I cook tonight?")),
        ("🧺", _("What runs low?")),
    ]


def _food() -> list[tuple[str, str]]:
    return [
        ("📦", _("How much %(name)s do we have?")),
        ("🍽️", _("What can I cook with %(name)s?")),
        ("⏳", _("How long does %(name)s keep?")),
        ("🔁", _("What can I take instead of %(name)s?")),
    ]


ASKED: dict[str, Callable[[], list[tuple[str, str]]]] = {
    About.RECIPE: _recipe,
    About.LOT: _lot,
    About.LIST: _list,
    About.FOOD: _food,
}
