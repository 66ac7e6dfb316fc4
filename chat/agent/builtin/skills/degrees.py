"""The oven's heat on another scale."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from chat.agent.builtin.skills.phrases import bold
from chat.agent.builtin.wish import Here, Memory, Reply, Skill, Wish

# Degrees Celsius of the gas marks as British ovens have them; each next one is 14 degrees (25 of Fahrenheit) more.
MARKS = {
    "0.25": 110, "0.5": 130, "1": 140, "2": 150, "3": 170, "4": 180, "5": 190, "6": 200, "7": 220, "8": 230, "9": 240,
}  # fmt: skip


def degrees(wish: Wish, _memory: Memory, _here: Here) -> Skill:
    return _answer(wish)
    yield


def _answer(wish: Wish) -> Reply:
    value, scale, to = wish.get("value"), wish.get("scale"), wish.get("to")
    celsius = _celsius(value, scale)
    if celsius is None:
        return Reply(_("Gas marks go from 1 to 9, and ¼ and ½ below."))
    if to == "gas":
        mark = min(MARKS, key=lambda one: abs(MARKS[one] - celsius))
        told = {"0.25": "¼", "0.5": "½"}.get(mark, mark)
        result = _("gas mark %(mark)s") % {"mark": told}
    else:
        result = _told(celsius if to == "c" else celsius * 9 / 5 + 32, to)
    said = _("Gas mark %(mark)s") % {"mark": value} if scale == "gas" else _told(Decimal(value), scale)
    return Reply(_("%(said)s is about %(result)s.") % {"said": said, "result": bold(result)})


def _celsius(value: str, scale: str) -> Decimal | None:
    if scale == "gas":
        return Decimal(MARKS[value]) if value in MARKS else None
    return (Decimal(value) - 32) * 5 / 9 if scale == "f" else Decimal(value)


def _told(number: Decimal, scale: str) -> str:
    rounded = number.quantize(Decimal(1), ROUND_HALF_UP)
    return f"{rounded} °{scale.upper()}"
