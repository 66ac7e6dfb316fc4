"""Seals what households have entrusted anew, after a key was put in front of ENCRYPTION_KEYS."""

from typing import Any

from chat.models import AssistantSettings
from chat.queries.assistant import SEALED_FOR
from kitchen import tenancy
from kitchen.management.operator import OperatorCommand
from kitchen.sealing import SealError, seal_again


class Command(OperatorCommand):
    help = "Seals the keys of households' models under the first of ENCRYPTION_KEYS."

    def handle(self, *_args: Any, **_options: Any) -> None:
        rows = list(AssistantSettings.objects.using("owner").exclude(sealed_key=""))
        done = sum(sealed_again(row) for row in rows)
        self.say(f"Sealed {done} of {len(rows)} again.")
        if done < len(rows):
            self.say("The others are sealed with a key that is not known any more: their households give theirs anew.")


def sealed_again(row: AssistantSettings) -> int:
    try:
        fresh = seal_again(row.sealed_key, use=SEALED_FOR)
    except SealError:
        return 0
    with tenancy.scope(household=row.household_id):
        # Only what is still the same: somebody may give another key meanwhile.
        same = AssistantSettings.objects.filter(household=row.household_id, sealed_key=row.sealed_key)
        return same.update(sealed_key=fresh)
