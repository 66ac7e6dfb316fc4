"""From a name as people write it to a food of the catalogue."""

from pantry.catalogue import name_key
from pantry.matching.match import THRESHOLD, Match, match

__all__ = ["THRESHOLD", "Match", "match", "name_key"]
