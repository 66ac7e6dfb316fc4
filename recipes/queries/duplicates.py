"""Which recipes of a household are likely to be one and the same.

Names are compared in blocks: of equal names, of equal words, and of words of which one is left out; pages by their
address. Only what shares a block is looked at closer, by its ingredients, and no more than `MOST_PAIRS` of these, so
that the work grows with the number of recipes and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from accounts.models import Household
from recipes.models import RecipeIngredient
from recipes.queries.finding import Dish, dishes, recipes_of

MOST_OF_A_BLOCK, MOST_PAIRS, MOST_SHOWN = 8, 1500, 100
SHORTEST_WORD = 3
# From which share of ingredients in common two recipes are likely the same, by what brought them together.
ALIKE = {"source": 0.3, "name": 0.0, "near": 0.6}
ORDER = ("source", "name", "near")
Pair = tuple[UUID, UUID]


@dataclass(frozen=True)
class Double:
    """`why` is one of ORDER; `alike` the share of their ingredients that both have, in percent."""

    first: Dish
    second: Dish
    why: str
    alike: int


def doubles(household: Household) -> list[Double]:
    """Likeliest first. Three queries, however many recipes there are."""
    pairs = candidates(household)
    lines = ingredients_of({id for pair in pairs for id in pair})
    judged = [(alike(lines[one], lines[other]), why, (one, other)) for (one, other), why in pairs.items()]
    likely = sorted((one for one in judged if one[0] >= ALIKE[one[1]]), key=lambda one: (-one[0], one[1], one[2]))
    shown = likely[:MOST_SHOWN]
    found = recipes_of(household).filter(pk__in={id for one in shown for id in one[2]})
    known = {dish.id: dish for dish in dishes(found)}
    return [Double(known[pair[0]], known[pair[1]], why, round(share * 100)) for share, why, pair in shown]


def candidates(household: Household) -> dict[Pair, str]:
    """Pairs that share a block, the older one first, with the strongest reason."""
    blocks: dict[str, dict[int, list[UUID]]] = {why: defaultdict(list) for why in ORDER}
    rows = recipes_of(household).order_by("id").values_list("id", "name_key", "source_url")
    for id, name, url in rows.iterator():
        for why, key in keys_of(name, url):
            if len(block := blocks[why][key]) < MOST_OF_A_BLOCK:
                block.append(id)
    pairs: dict[Pair, str] = {}
    for why in ORDER:
        for block in blocks[why].values():
            for pair in pairs_of(block):
                pairs.setdefault(pair, why)
                if len(pairs) >= MOST_PAIRS:
                    return pairs
    return pairs


def keys_of(name: str, url: str) -> Iterator[tuple[str, int]]:
    """Hashes, as only these are kept of a hundred thousand names."""
    if url:
        yield "source", hash(url.partition("#")[0].partition("://")[2].rstrip("/"))
    yield "name", hash(name)
    words = frozenset(word for word in name.split() if len(word) >= SHORTEST_WORD)
    if len(words) > 1:
        yield "near", hash(words)
        for word in words:
            yield "near", hash(words - {word})


def pairs_of(block: list[UUID]) -> Iterator[Pair]:
    for at, one in enumerate(block):
        for other in block[at + 1 :]:
            yield one, other


def ingredients_of(ids: Iterable[UUID]) -> dict[UUID, set[object]]:
    """By recipe the foods of its lines, and the names of those that are no known food."""
    found: dict[UUID, set[object]] = defaultdict(set)
    rows = RecipeIngredient.objects.filter(recipe__in=list(ids)).order_by()
    for id, food, own, name in rows.values_list("recipe_id", "food_id", "own_food_id", "name_key"):
        found[id].add(own or food or name)
    return found


def alike(one: set[object], other: set[object]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
