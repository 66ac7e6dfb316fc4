"""Who fulfils which kind of wish."""

from chat.agent.builtin.skills import cooking, talk
from chat.agent.builtin.wish import Worker

SKILLS: dict[str, Worker] = {
    "cook": cooking.cook,
    "open": cooking.open_recipe,
    "missing": cooking.missing,
    "search": cooking.search,
    "unknown": talk.unknown,
}
