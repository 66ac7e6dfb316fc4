from dataclasses import dataclass

from accounts.models import Allergen, Diet, Eater, Membership
from accounts.roles import RUNNERS, TABLE
from kitchen.tones import tone_of


def may_change_eater(eater: Eater, mine: Membership) -> bool:
    """Those who run the household change everybody's; members their own and those of people without an account."""
    return mine.role in RUNNERS or (mine.role in TABLE and eater.user_id in (None, mine.user_id))


@dataclass(frozen=True)
class EaterLine:
    """Somebody at the table, with the words for what they do not eat."""

    eater: Eater
    diets: list[str]
    allergens: list[str]
    is_me: bool
    may_change: bool

    @property
    def initial(self) -> str:
        return self.eater.name[:1].upper()

    @property
    def tone(self) -> int:
        """1 to 6; the same as the person's face elsewhere."""
        return tone_of(self.eater.user_id or self.eater.pk)


def eater_line(eater: Eater, mine: Membership) -> EaterLine:
    return EaterLine(
        eater=eater,
        diets=[str(Diet(value).label) for value in eater.diets if value in Diet.values],
        allergens=[str(Allergen(value).label) for value in eater.allergens if value in Allergen.values],
        is_me=eater.user_id == mine.user_id,
        may_change=may_change_eater(eater, mine),
    )


def eaters_of(mine: Membership) -> list[EaterLine]:
    """Everybody who eats in the household of the reader's membership. Health data: not for guests."""
    return [eater_line(eater, mine) for eater in Eater.objects.filter(household_id=mine.household_id)]
