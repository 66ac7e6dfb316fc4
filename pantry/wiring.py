"""What the pantry puts into the registries of others."""

from accounts.first_things import takers
from accounts.verbs import verbs
from kitchen.reference import references
from pantry.catalogue.load import load_catalogue
from pantry.services.first_things import take_first_things
from pantry.verbs import VERBS


def wire() -> None:
    references.register("foods", load_catalogue)
    takers.register("pantry", take_first_things)
    for name, verb in VERBS.items():
        verbs.register(name, verb)
