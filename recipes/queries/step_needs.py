"""Which ingredients a step speaks of, found by their names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pantry.matching import name_key
from recipes.models import RecipeIngredient

# Words of names that many texts have without meaning the ingredient.
PLAIN_WORDS = (
    "large small medium fresh dried ground chopped sliced whole hot cold warm dry extra fine light dark plain raw ripe "
    "good quality free range mixed baby black white red green yellow brown sweet of and the for to in with or a "
    "boiling water piece top bottom side half skin"
)
# What is made of something does not go by the name of that: chicken stock is not the chicken.
MADE_WORDS = (
    "stock broth sauce powder oil vinegar juice paste seed flake extract syrup cube puree milk cream flour zest leaf "
    "bouillon fond gravy"
)
PLAIN, MADE = frozenset(PLAIN_WORDS.split()), frozenset(MADE_WORDS.split())
SHORTEST = 3


@dataclass(frozen=True)
class Named:
    """An ingredient by its words, with the last one as what it is."""

    at: int
    key: str
    words: tuple[str, ...]
    section: str

    @property
    def head(self) -> str:
        return self.words[-1] if self.words else ""


class StepNeeds:
    """Asked for each step of one recipe."""

    def __init__(self, ingredients: Sequence[RecipeIngredient]) -> None:
        self.named = [_named(at, one) for at, one in enumerate(ingredients)]
        self.count = Counter(word for one in self.named for word in set(one.words))

    def of(self, text: str, section: str) -> list[int]:
        """Places of the ingredients that a step of this section speaks of, in their order."""
        said = f" {name_key(text)} "
        found = [one for one in self.named if self._is_said(one, said)]
        here = {one.key for one in found if section and one.section == section}
        # Of two of one name, that of the step's own part is meant.
        return [one.at for one in found if one.key not in here or one.section == section]

    def _is_said(self, one: Named, said: str) -> bool:
        if one.key and f" {one.key} " in said:
            return True
        return any(f" {word} " in said and self._means(word, one, said) for word in one.words)

    def _means(self, word: str, one: Named, said: str) -> bool:
        """A word that several ingredients share is that of the one which it is; made of it is something else."""
        if len(word) < SHORTEST or word in PLAIN:
            return False
        others = [other for other in self.named if other.at != one.at and word in other.words]
        if any(f" {other.key} " in said for other in others):
            return False
        return word == one.head or (one.head not in MADE and (not others or all(o.head in MADE for o in others)))


def _named(at: int, one: RecipeIngredient) -> Named:
    words = tuple(one.name_key.split())
    return Named(at, one.name_key, words, one.section)
