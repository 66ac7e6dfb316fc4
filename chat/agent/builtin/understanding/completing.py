"""What a wish about the shelves leaves to be understood: out of which place, which one of those named, all of it."""

import re
from dataclasses import replace

from chat.agent.builtin.understanding.following import by_name
from chat.agent.builtin.understanding.gathering import WORD, food_at, gathered, idle
from chat.agent.builtin.understanding.movement_slots import reason_in
from chat.agent.builtin.understanding.things import place_named
from chat.agent.builtin.understanding.unpacking import CONTAINER
from chat.agent.builtin.wish import Memory, Wish
from pantry.matching.index import key_of, names

SLOT = {
    "use": "what", "waste": "what", "correct": "what", "move": "what", "put": "what", "gone": "what",
    "stock": "words", "date_of": "words", "shelf_life": "food", "forecast": "food", "instead": "food",
}  # fmt: skip
LISTS = frozenset({"list_add", "show_list", "remove", "tick", "list_missing", "missing", "gone"})
TAKEN = frozenset({"use", "waste", "correct"})
FROM = re.compile(
    r"\b(?:in|from|out of|inside|off) (?:the |our |my )?(?P<place>fridge|refrigerator|freezer|pantry|larder|cupboard"
    r"|cellar)\b|\b(?P<plain>freezer|fridge|pantry) (?:one|ones|lot)\b",
    re.IGNORECASE,
)
PLACED_ONE = re.compile(r"\b(?:fridge|freezer|pantry|larder|cupboard|cellar) (?:one|lot)\b", re.IGNORECASE)
ONE = re.compile(r"(?:the |that |those )?(?P<which>[\w' -]+?) ones?(?: (?:in|from|of) .+)?", re.IGNORECASE)
ABOUT_IT = re.compile(
    r"lying|lurking|hidden|hanging|floating|sitting|kicking|knocking|supply|supplies|situation"
    r"|sit|stay|keep|last|once"
    r"|opened|open|hang|anywhere|somewhere|stand",
    re.IGNORECASE,
)
# What goes to its place and came just now.
NEWLY = re.compile(
    r",\s*(?:(?:it|they|all|both)(?:'s|'re| is| are)? )?(?:just|newly|freshly)? ?(?:bought|arrived|came|delivered"
    r"|new|got (?:it|them))(?: today| just now)?$",
    re.IGNORECASE,
)
# What had become of it, behind the name.
SPOILT = re.compile(
    r"\s+(?:(?:had |has |have |all |went |gone |got |were |was )*(?:dried|shrivelled|shriveled|wilted|withered|squashed"
    r"|crushed|mouldy|moldy|rotten|rotted|rotting|soggy|slimy|mushy|limp|brown|soft|manky|bruised|burnt|curdled|spoiled"
    r"|spoilt|turned)(?: up| out| over)?)+$",
    re.IGNORECASE,
)
PLACES = re.compile(r"fridge|freezer|pantry|larder|cupboard|cellar", re.IGNORECASE)
# Whoever ate the bananas ate all of them; of what was used there may be some left.
EATEN = re.compile(
    r"\b(?:ate|eaten|scoffed|devoured|nicked) (?:up )?(?:the|our|my|those"
    r"|these|that) (?!first\b|rest\b)",
    re.IGNORECASE,
)


def completed(wish: Wish, clause: str, memory: Memory) -> Wish:
    if wish.kind == "add" and memory.wish and memory.wish.kind in LISTS and clause.casefold().startswith("add "):
        return Wish("list_add", {"items": wish.get("lines")})
    if wish.kind in {"put", "move"} and wish.get("what") and wish.get("amount") and NEWLY.search(clause):
        return Wish("add", {"lines": [f"{wish.get('amount')} {wish.get('what')} {wish.get('to')}"]})
    if wish.kind not in SLOT:
        return wish
    wish = plainly(of_those(wish, memory), memory)
    if wish.kind in TAKEN and not wish.get("from") and (there := FROM.search(clause)):
        wish = wish.but(**{"from": place_named((there["place"] or there["plain"]).casefold())})
    if wish.kind in TAKEN and wish.get("amount") in {"one", "1"} and PLACED_ONE.search(clause):
        wish = wish.but(amount="all")
    if wish.kind == "use" and not wish.get("amount") and wish.get("what") and EATEN.search(clause):
        wish = wish.but(amount="all")
    return wish


def spoken_of(wish: Wish, memory: Memory) -> Memory:
    """“The mushrooms are off, bin them”: what a clause names is what the next one points at."""
    name = wish.get("what") or wish.get("words") if wish.kind in {"waste", "use", "stock", "date_of", "correct"} else ""
    name = name or (wish.get("food") if wish.kind in {"shelf_life", "forecast", "instead"} else "")
    name = name or (food_named(wish.get("text")) if wish.kind == "unknown" else "")
    return replace(memory, food=name, lot=None) if name else memory


def plainly(wish: Wish, memory: Memory) -> Wish:
    """The food alone: “rice jar” is rice, “paprika lying around” paprika; “the whole loaf” what was spoken of."""
    slot = SLOT[wish.kind]
    name = re.sub(r"'s\b", "", str(wish.get(slot)))
    if wish.kind == "waste" and key_of(name) not in names():
        name = SPOILT.sub("", name)
    if memory.food and CONTAINER.fullmatch(name):
        return Wish(wish.kind, {key: value for key, value in wish.slots.items() if key != slot}, wish.confidence)
    if not name or key_of(str(wish.get(slot))) in names():
        return wish.but(**{slot: name}) if name and key_of(name) in names() else wish
    food = next((food for word in WORD.finditer(name) if (food := food_at(name, word.start()))), None)
    others = WORD.findall(name.replace(food[0], " ", 1)) if food else []
    if not food or any(
        word.casefold() not in idle() and not CONTAINER.fullmatch(word) and not ABOUT_IT.fullmatch(word)
        for word in others
    ):
        return wish
    return wish.but(**{slot: food[0]})


def told_further(wishes: list[Wish], wish: Wish, prior: str) -> Wish | None:
    """“Kids didn't like the broccoli, chucked 200 g”: one thing told in two clauses."""
    last = wishes[-1] if wishes else None
    if last is None or wish.kind not in TAKEN or wish.get(SLOT[wish.kind]):
        return None
    amount = {"amount": wish.get("amount")} if wish.get("amount") not in {"", "all"} else {}
    if last.kind == wish.kind and last.get(SLOT[wish.kind]):
        return last.but(**amount)
    if last.kind == "use" and wish.kind == "waste" and last.get("what"):
        if last.get("amount") == "all":
            return wish.but(what=last.get("what"))
        if SPOILT.search(prior):
            return wish.but(what=last.get("what"), amount=last.get("amount") or wish.get("amount"))
    if last.kind not in {"unknown", "mention", "either"} or not (food := food_named(prior)):
        return None
    reason = {"reason": reason_in(prior)} if wish.get("reason") == "spoiled" else {}
    if (there := FROM.search(prior)) and not wish.get("from"):
        reason["from"] = place_named((there["place"] or there["plain"]).casefold())
    rest = {key: value for key, value in wish.slots.items() if key != "it"}
    return Wish(wish.kind, {**rest, SLOT[wish.kind]: food, **reason}, wish.confidence)


def food_named(clause: str) -> str:
    """The one food that a clause names."""
    found = gathered(clause).things
    return found[0].name if len(found) == 1 else ""


def of_those(wish: Wish, memory: Memory) -> Wish:
    """“The olive one” is one of what was listed, or of the kind that was spoken of."""
    slot = SLOT[wish.kind]
    name = str(wish.get(slot))
    found = ONE.fullmatch(name)
    if not found or key_of(name) in names():
        return wish
    if PLACES.fullmatch(found["which"]) and memory.food:
        return Wish(wish.kind, {key: value for key, value in wish.slots.items() if key != slot}, wish.confidence)
    if listed := by_name(found["which"], memory.options):
        return wish.but(**{slot: listed.name})
    if f" {found['which']} ".casefold() in f" {memory.food} ".casefold():
        return wish.but(**{slot: memory.food})
    whole = f"{found['which']} {memory.food}".strip()
    return wish.but(**{slot: whole}) if memory.food and key_of(whole) in names() else wish
