"""Which agent answers."""

from chat.agent.attached import answer
from chat.agent.events import Answer


def the_answer() -> Answer:
    return answer
