"""What one could also ask for, each with how many dishes would be left."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Choice:
    """One thing to ask for: `value` as the address has it, `label` for people, `count` of the dishes left then."""

    value: str
    label: str
    count: int
    is_chosen: bool = False


@dataclass(frozen=True)
class Facets:
    """By the names that the address has. The most frequent first; times and ratings in their order.

    Of one that is single (a cuisine) the counts are those of what the other filters leave, so that one may change
    one's mind; of tags, of which a dish must have all, those of what would be left with one more.
    """

    tag: list[Choice] = field(default_factory=list)
    cuisine: list[Choice] = field(default_factory=list)
    category: list[Choice] = field(default_factory=list)
    max_minutes: list[Choice] = field(default_factory=list)
    difficulty: list[Choice] = field(default_factory=list)
    diet: list[Choice] = field(default_factory=list)
    min_rating: list[Choice] = field(default_factory=list)
