"""What the feed says of a dish that was cooked."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as lazy

from accounts.models import Activity
from accounts.verbs import Verb
from kitchen.units import Quantity, tell
from pantry.verbs import lots_in_words
from recipes.services.cooking import undo_cooking

WITH = lazy("{actor} cooked {name} with {what}")
WITH_LEFT = lazy("{actor} cooked {name} with {what}; left over: {left}")
LEFT = lazy("{actor} cooked {name}; left over: {left}")


@dataclass(frozen=True)
class CookedVerb(Verb):
    """Names what went and what is left, as far as there was anything."""

    def tell(self, activity: Activity, actor: str) -> str:
        facts = activity.facts
        what, left = lots_in_words(facts), left_in_words(facts.get("left", ""))
        sentence = {(True, True): WITH_LEFT, (True, False): WITH, (False, True): LEFT}.get((bool(what), bool(left)))
        told = {**facts, "actor": actor, "what": what, "left": left}
        return str(sentence or self.sentence).format(**told)


def left_in_words(amount: str) -> str:
    try:
        return tell(Quantity(Decimal(amount), "portion")) if amount else ""
    except ArithmeticError:
        return ""


COOKED = CookedVerb(lazy("{actor} cooked {name}"), "bowl", undo_cooking)
