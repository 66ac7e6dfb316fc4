"""What the feed says of foods."""

from django.utils.translation import gettext_lazy as _

from accounts.verbs import Verb
from pantry.services import food_undo

UNDO = food_undo.undo_food_change
FOOD_VERBS = {
    "food.added": Verb(_("{actor} added the food {name}"), "plus", food_undo.undo_adding_food),
    "food.changed": Verb(_("{actor} changed what is known of {name}"), "edit", UNDO),
    "food.renamed": Verb(_("{actor} calls {was} {name} from now on"), "edit", UNDO),
    "food.reset": Verb(_("{actor} set {name} back to what the catalogue says"), "undo", UNDO),
    "food.merged": Verb(_("{actor} merged {name} into {into}"), "swap", UNDO),
    "food.removed": Verb(_("{actor} removed the food {name}"), "trash", UNDO),
    "food.remembered": Verb(_("{actor} said that “{text}” is {name}"), "check", UNDO),
    "food.forgotten": Verb(_("{actor} said that “{text}” is not {name}"), "edit", UNDO),
    "food.minimum": Verb(_("{actor} wants {amount} of {name} always to be here"), "pantry", UNDO),
    "food.minimum_off": Verb(_("{actor} wants no {name} to be kept any more"), "pantry", UNDO),
    "food.lead_days": Verb(_("{actor} changed how early to be told of {name}"), "clock", UNDO),
}
