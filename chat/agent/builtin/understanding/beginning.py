"""How people ask for one step of a dish: its recipe says it."""

from chat.agent.builtin.understanding.dish_slots import NAME, of_dish
from chat.agent.builtin.understanding.pattern import Pattern, pattern

PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "open",
        r"(?:(?:what(?:'s| is| are| was)|which is|read(?: me)?|give me|show me|and) )?(?:the )?(?:first|second|third"
        r"|fourth|fifth|next|last|final|\d(?:st|nd|rd|th))(?: \w+)? steps? (?:of|for|in|to make|when making) "
        rf"{NAME}",
        of_dish,
    ),
    pattern(
        "open",
        r"(?:what(?:'s| is| comes) |read(?: me)? |tell me |show me )(?:the )?"
        r"(?:first|second|third|fourth|fifth|next|last"
        r"|final) steps?(?: (?:then|again|now|please))*",
        lambda _found: {"it": True},
    ),
    pattern(
        "open",
        r"(?:read|give|show|tell)(?: me| us)?(?: out)? (?:all )?(?:the )?(?:steps|ingredients|method|instructions"
        rf"|directions) (?:of|for|to make|to cook|in) {NAME}",
        of_dish,
    ),
    pattern(
        "open",
        r"(?:what do (?:i|we) do first|how do (?:i|we) (?:start|begin)|where do (?:i|we) (?:start|begin))"
        rf" (?:with|for|on|in|when making|making) {NAME}",
        of_dish,
    ),
)
