"""The end of a run: its last words are checked, and what needs no question is done, in one transaction with it."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

import structlog
from django.db import transaction

from accounts.models import Membership
from accounts.roles import TABLE
from chat.agent.builtin.name import NAME as BUILTIN
from chat.agent.checking import Answered, cautions_about
from chat.agent.trust import has_read_foreign
from chat.models import Message, Run, RunState
from chat.queries.thing import ids_of, is_id
from chat.runs.draft import Portion
from chat.runs.ledger import End, finish
from chat.runs.reach import Ref
from chat.services.habit import carry_out_unasked

log = structlog.get_logger("kitchen.chat")
OF_RECIPES = ("recipe", "recipes", "comparison")


def end_run(ref: Ref, portion: Portion, end: End, milliseconds: int, history: Iterable[Any]) -> bool:
    """False if the run had been given up meanwhile. An answer is never lost to what comes after it."""
    if not finish(ref, portion, end, milliseconds):
        return False
    run = Run.objects.select_related("answer", "asked_by", "household", "conversation").get(pk=ref.run)
    foreign = has_read_foreign([*history, *end.log], about=run.conversation.about)
    for work in (check_answer, partial(carry_out_unasked, has_read_foreign=foreign)):
        try:
            with transaction.atomic():
                work(run)
        except Exception:
            log.exception("what comes after an answer failed", run=str(run.pk))
    return True


def check_answer(run: Run) -> None:
    """Keep what our own rules say against the answer with it."""
    message = run.answer
    mine = Membership.objects.filter(household=run.household_id, user=run.asked_by_id).first()
    if mine is None or run.state not in (RunState.DONE, RunState.STOPPED, RunState.FAILED):
        return
    answer = Answered(message.text, recipes_named(message), is_free=run.model != BUILTIN)
    message.warnings = cautions_about(run.household, answer, at_table=mine.role in TABLE)
    message.save(update_fields=["warnings"])


def recipes_named(message: Message) -> tuple[UUID, ...]:
    """Those that the answer rests on and those on its card."""
    named = [UUID(str(one["id"])) for one in message.sources if one.get("kind") == "recipe" and is_id(one.get("id"))]
    shown = ids_of(message.payload) if message.card in OF_RECIPES else []
    return tuple(dict.fromkeys([*shown, *named]))
