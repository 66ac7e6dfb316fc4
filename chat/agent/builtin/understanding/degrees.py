"""How people ask for an oven's heat on another scale: "350 fahrenheit in celsius", "what is gas mark 4 in c"."""

import re

from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern

SCALE = r"(?:celsius|celcius|centigrade|fahrenheit|farenheit|fahrenhei|gas ?mark|gas|[cf])"
DEGREES = r"(?:°|º|degrees?|degs?\.?)"
ASKING = (
    r"(?:(?:convert|change|turn|what(?:'s| is| are| would)?|how (?:much|hot|many)(?: degrees?)?(?: is| are)?|and|set"
    r"|the oven (?:at|to)|oven (?:at|to)|if it says|it says|my recipe says|recipe says)\s+)*"
)
FIGURE = (
    rf"(?:(?P<value>\d{{1,3}})\s*{DEGREES}?\s*(?P<scale>{SCALE})?|(?P<mark>gas ?mark|gas)\s*(?P<number>\d|½|¼|1/2|1/4))"
)
TO = rf"(?:in|to|into|on|as|for|at|,|=|is|what(?:'s| is)?(?: that| it)?(?: in| on)?)\s*(?:an? )?{DEGREES}?\s*(?:in )?"
BEHIND = r"(?:\s+(?:be|then|oven|degrees|please|again|scale))*"
MARKS = {"¼": "0.25", "1/4": "0.25", "½": "0.5", "1/2": "0.5"}


def scale_of(word: str) -> str:
    """c, f or gas; "" for none."""
    return "gas" if word[:1] == "g" else word[:1]


def degrees(found: re.Match[str]) -> Slots | None:
    """Without the scale that it is in the other one of the two is meant."""
    to = scale_of(found["to"].casefold())
    if found["mark"]:
        return {"value": MARKS.get(found["number"], found["number"]), "scale": "gas", "to": "c" if to == "gas" else to}
    scale = scale_of((found["scale"] or "").casefold()) or ("c" if to == "f" else "f" if to == "c" else "c")
    return {"value": found["value"], "scale": scale, "to": to} if scale != to else None


def other(found: re.Match[str]) -> Slots:
    """Without the scale that it is asked for in."""
    scale = "gas" if found["mark"] else scale_of(found["scale"].casefold())
    value = MARKS.get(found["number"], found["number"]) if found["mark"] else found["value"]
    return {"value": value, "scale": scale, "to": "f" if scale == "c" else "c"}


PATTERNS: tuple[Pattern, ...] = (
    pattern("degrees", rf"{ASKING}{FIGURE}\s*{TO}(?P<to>{SCALE}){BEHIND}", degrees),
    pattern(
        "degrees",
        rf"(?:what(?:'s| is)|convert|how (?:hot|much) is) (?:(?P<mark>gas ?mark)\s*(?P<number>\d|½|¼|1/2|1/4)"
        rf"|(?P<value>\d{{2,3}})\s*{DEGREES}?\s*(?P<scale>{SCALE}))",
        other,
    ),
    pattern(
        "degrees",
        rf"(?:how many|what) (?:{DEGREES} )?(?P<to>{SCALE}) (?:is|are|for|would be|does) {FIGURE}{BEHIND}",
        degrees,
    ),
)
