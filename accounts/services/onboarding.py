from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from accounts.first_things import takers
from accounts.models import Household, Membership, Onboarding, User
from accounts.queries.onboarding import STEPS_KEY, THINGS_KEY, Progress, progress_of
from accounts.services.person import keep_preferences


@transaction.atomic
def finish_step(user: User, name: str, memberships: Sequence[Membership], *, skipped: bool = False) -> Progress:
    """Remember a step as done or skipped; after the last one the person is welcomed for good."""
    kept = {**user.preferences.get(STEPS_KEY, {}), name: "skipped" if skipped else "done"}
    keep_preferences(user, **{STEPS_KEY: kept})
    progress = progress_of(user, memberships)
    if progress.next is None:
        all_skipped = bool(progress.steps) and all(step.state == "skipped" for step in progress.steps)
        _set_onboarding(user, Onboarding.SKIPPED if all_skipped else Onboarding.COMPLETE)
    return progress


def welcome_guest(user: User) -> None:
    """Guests are asked nothing."""
    if user.onboarding == Onboarding.INCOMPLETE:
        _set_onboarding(user, Onboarding.COMPLETE)


def skip_onboarding(user: User) -> None:
    """No more questions; the steps stay open for whoever comes back to them."""
    if user.onboarding == Onboarding.INCOMPLETE:
        _set_onboarding(user, Onboarding.SKIPPED)


def keep_first_things(user: User, things: list[str]) -> None:
    """What somebody without a household has in their kitchen, in their own words, until they have one."""
    keep_preferences(user, **{THINGS_KEY: things})


@transaction.atomic
def put_away_first_things(household: Household, things: Sequence[str], *, by: User, operation: UUID) -> None:
    """On the household's shelves at once. What had been kept for them is among `things`, so it is kept no longer."""
    if things:
        for _name, take in takers:
            take(household, things, by, operation)
    keep_preferences(by, **{THINGS_KEY: []})


def _set_onboarding(user: User, state: Onboarding) -> None:
    user.onboarding = state
    user.save(update_fields=["onboarding"])
