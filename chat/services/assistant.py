"""Which assistant a household has: those who run it choose, keys are sealed, and a choice can be tried."""

from dataclasses import dataclass, fields
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Household, User
from accounts.roles import RUNNERS
from accounts.services.activity import record
from accounts.services.membership import lock_household, require_role
from accounts.services.notice import announce
from chat.assistants import BUILTIN
from chat.assistants.guarding import checked_address
from chat.models import Approvals, AssistantSettings, ModelSource, Provider
from chat.queries.assistant import SEALED_FOR, settings_of
from kitchen.errors import DomainError
from kitchen.sealing import seal

# What makes another assistant of it: a trial says nothing about the new one.
WHO = ("source", "provider", "base_url", "model", "sealed_key")


@dataclass(frozen=True)
class Choice:
    """What a household may say about its assistant."""

    source: str = ModelSource.INSTALLATION
    provider: str = Provider.OPENAI
    base_url: str = ""
    model: str = ""
    input_price: Decimal | None = None
    output_price: Decimal | None = None
    daily_tokens: int | None = None
    approvals: str = Approvals.ALWAYS


@transaction.atomic
def choose_assistant(
    household: Household, choice: Choice, *, by: User, key: str = "", forget_key: bool = False
) -> AssistantSettings:
    """Without a `key` the one that is kept stays, as long as it is for the same address."""
    locked = lock_household(household)
    require_role(locked, by, RUNNERS)
    row = settings_of(locked)
    before = [getattr(row, name) for name in WHO]
    for one in fields(choice):
        setattr(row, one.name, getattr(choice, one.name))
    row.base_url = checked_address(row.base_url) if row.base_url else ""
    _check(row)
    row.sealed_key = _key(row, before, key, forget_key=forget_key)
    if before != [getattr(row, name) for name in WHO]:
        row.tried_at, row.tried_well, row.tried_said = None, None, ""
        record(locked, "assistant.changed", by=by)
    row.changed_by = by
    row.save()
    announce(locked, "assistant")
    return row


def _check(row: AssistantSettings) -> None:
    if row.source != ModelSource.OWN:
        return
    if not row.model:
        raise DomainError(_("Say which model: its name at the address, such as qwen3:8b."), field="model")
    if row.model == BUILTIN:
        raise DomainError(_("This is what the built-in assistant is called."), field="model")


def _key(row: AssistantSettings, before: list[str], key: str, *, forget_key: bool) -> str:
    """A key is for whom it was given: with another address or language it is not sent there."""
    if key:
        return seal(key, use=SEALED_FOR)
    was = dict(zip(WHO, before, strict=True))
    moved = (row.provider, row.base_url) != (was["provider"], was["base_url"])
    if moved and row.sealed_key and row.source == ModelSource.OWN and not forget_key:
        raise DomainError(_("The key is for another address: give it once more."), field="key")
    return "" if forget_key or moved else row.sealed_key


@transaction.atomic
def begin_trial(household: Household, *, by: User) -> AssistantSettings:
    """From now on it is being tried; whoever tries it says with `end_trial` what came of it."""
    locked = lock_household(household)
    require_role(locked, by, RUNNERS)
    row = settings_of(locked)
    row.tried_at, row.tried_well, row.tried_said = timezone.now(), None, ""
    row.save()
    return row


def end_trial(row: AssistantSettings, *, well: bool, said: str) -> None:
    """Not of settings that have been changed meanwhile."""
    same = AssistantSettings.objects.filter(household=row.household_id, tried_at=row.tried_at)
    same.update(tried_well=well, tried_said=said[:300])
