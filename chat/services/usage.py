"""What models have taken is written down: each run, title, summary and trial, however it ended."""

from uuid import UUID

from chat.assistants.meter import Meter
from chat.models import AIModelResult
from kitchen.seen import metrics


def record_use(household: UUID, meter: Meter, outcome: str) -> AIModelResult:
    """`outcome` is how what was asked for ended. The price is that of now: tomorrow's changes nothing of today's."""
    used, assistant = meter.read(outcome), meter.assistant
    metrics.tokens.labels("in").inc(used.input_tokens)
    metrics.tokens.labels("out").inc(used.output_tokens)
    return AIModelResult.objects.create(
        household_id=household,
        run=meter.run,
        asked_by_id=meter.person,
        purpose=meter.purpose,
        source=assistant.source,
        provider=assistant.provider,
        model=assistant.model[:80],
        input_tokens=used.input_tokens,
        output_tokens=used.output_tokens,
        first_words=used.first_words,
        milliseconds=used.milliseconds,
        outcome=used.outcome,
        cost=assistant.cost(used.input_tokens, used.output_tokens),
        currency=assistant.currency,
    )
