"""Amounts in other units, who eats here, and what is said around the work."""

import re

from chat.agent.builtin.lexicon import any_of, phrases
from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern
from chat.agent.builtin.understanding.things import thing
from kitchen.units import find_unit

UNIT = r"(?P<to>[a-z. ]+?)"
AMOUNT = r"(?P<amount>(?:\d|½|¼|¾|⅓|⅔|half|an? |one|two|three|four|five|six|eight|ten).*?)"


def conversion(found: re.Match[str]) -> Slots | None:
    """Only where what is asked for is a unit."""
    unit = find_unit(found["to"].strip())
    measured = thing(found["amount"])
    amount = measured.amount
    name = found.groupdict().get("food") or measured.name
    if unit is None or not (amount or measured.name):
        return None
    if not amount or find_unit(measured.name):
        amount = f"{amount} {measured.name}".strip()
        name = found.groupdict().get("food") or ""
    name = thing(name).name if name else ""
    return {"amount": amount, "to": unit.code} | ({"food": name} if name else {})


def weighed(found: re.Match[str]) -> Slots | None:
    measured = thing(found["amount"])
    name = found.groupdict().get("food") or measured.name
    return {"amount": measured.amount or "1", "to": "g", "food": thing(name).name} if name else None


PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "convert",
        rf"(?:convert|change|turn|what(?:'s| is| are)|how much(?: is| are|'s)?|how heavy (?:is|are)|how "
        rf"many (?:is|are))? ?(?:the )?{AMOUNT}(?: of (?P<food>[\w' -]+?))? (?:in|to|into|as|weigh in|"
        rf"measured in) {UNIT}",
        conversion,
    ),
    pattern(
        "convert",
        rf"how (?:many|much) {UNIT} (?:is|are|does|do|make|makes|has|have|in|to|of)(?: there)?(?: in)? "
        rf"{AMOUNT}(?: of (?P<food>[\w' -]+?))?(?: weigh| have| make)?",
        conversion,
    ),
    pattern(
        "convert",
        rf"how (?:much|heavy) (?:does|do|is|are) {AMOUNT}(?: of (?P<food>[\w' -]+?))? (?:weigh|in weight)",
        weighed,
    ),
    pattern(
        "eaters",
        r"who (?:all )?(?:eats|is eating|lives|dines|is at the table|is here|has|is|can't|cannot|doesn't|"
        r"does not)(?: here| what| at home| with us| eat\b.*| a?n? ?(?:allerg\w+|vegetarian|vegan|diet).*)"
        r"*",
    ),
    pattern(
        "eaters",
        r"(?:does |do |is |are )?(?:anyone|anybody|somebody|someone|i|we)(?: here)?(?: is| has| have| got)?(?: "
        r"any| an?)? (?:allerg\w+|vegetarian|vegan|diets?|intoleran\w+|celiac|coeliac)(?: .*)?",
    ),
    pattern(
        "eaters",
        r"(?:what|which)(?: allergies| diets| allergens| food allergies)+ (?:do we have|are there|must "
        r"(?:i|we) (?:mind|respect)|does (?P<name>\w+) have)(?: .*)?",
    ),
    pattern(
        "eaters",
        r"(?:what (?:doesn't|does not|can't|cannot|may not|mustn't|must|should|shouldn't|does"
        r"|can) (?P<name>(?-i:[A-Z][\w'-]+)) (?:eat|"
        r"like|have)|what is (?P<name2>(?-i:[A-Z][\w'-]+)) allergic to|is (?P<name3>(?-i:[A-Z][\w'-]+)) "
        r"(?:allergic|vegetarian|vegan).*)",
        lambda found: {"name": found["name"] or found["name2"] or found["name3"]},
    ),
    pattern(
        "eaters",
        r"(?:any |our |the |show(?: me)? (?:the |our )?)?(?:allergies|diets|dietary (?:needs|restrictions|"
        r"requirements)|eaters|intolerances)(?: here)?",
    ),
)
# Who likes what, by a name.
EATS: tuple[Pattern, ...] = (
    pattern(
        "eaters",
        r"what (?:does|can|must|may|should|do) (?P<name>(?-i:[A-Z][\w'-]+)) (?:not|never) (?:eat|like|have)",
        lambda found: {"name": found["name"]},
    ),
    pattern(
        "eaters",
        r"(?:does|do|will|would) (?P<name>(?-i:[A-Z][\w'-]+)) (?:like|eat|drink|love|hate|tolerate|mind) .+",
        lambda found: {"name": found["name"]},
    ),
    pattern(
        "eaters",
        r"(?:has|does) (?P<name>(?-i:[A-Z][\w'-]+)) (?:have )?(?:any |an? )?(?:allerg\w+|diets?"
        r"|intoleran\w+|dislikes?|food .+)(?: .+)?",
        lambda found: {"name": found["name"]},
    ),
    pattern(
        "eaters",
        r"(?:what (?:about|are)|tell me about) (?P<name>(?-i:[A-Z][\w-]+))(?:'s)? (?:allerg\w+"
        r"|diets?|dislikes?|food)(?: .+)?",
        lambda found: {"name": found["name"]},
    ),
)
EATS += (
    pattern(
        "eaters",
        r"(?:the )?(?P<name>(?-i:[A-Z][\w-]+))'s? (?:diets?|allerg\w+|dislikes?|intoleran\w+"
        r"|food (?:rules|restrictions))",
        lambda found: {"name": found["name"]},
    ),
)
# What is said around the work.
TALK: tuple[Pattern, ...] = (
    pattern(
        "hello",
        r"(?:hello|hi|hey|good (?:morning|evening|afternoon|day)|howdy|moin|hallo|hi there|hello there|"
        r"hey there|yo|greetings|servus|salut|hola|cześć|bonjour|guten (?:morgen|tag|abend))(?: \w+)?",
    ),
    pattern(
        "fine",
        r"how are (?:you|things)(?: doing)?(?: today)?|how's it going|what's up|how do you do"
        r"|i'm bored|haha.*|lol|you're funny|i love you|(?:you are|you're) (?:great|awesome|the "
        r"best|amazing|so helpful|a star)",
    ),
    pattern(
        "fine",
        r"(?:i'm|i am|we're|we are)(?: just| now| still| currently)? (?:in|at|inside|standing in|off to|going to"
        r"|on my way to|walking to|heading to)"
        r" (?:the |a |an |my |our )?(?:shops?|store|supermarket|market|grocer'?s?|aldi|lidl|tesco|bakery|butcher'?s?"
        r"|aisle|checkout|till)(?: (?:right now|now|at the moment|already|again))*",
    ),
    pattern("rude", any_of(phrases("rude")).replace("\\ ", " ")),
    pattern(
        "thanks",
        r"(?:(?:many |great |ok |cool |perfect |super |no )?(?:thanks|thank you|thx|ty|cheers|danke|merci|"
        r"gracias|dziękuję)(?: (?:so|so much|very much|much|a lot|a million|again|for .+|you"
        r"|mate|kitchen))*|(?:very )?(?:great|perfect|nice|awesome|wonderful|lovely|super|cool"
        r"|"
        r"excellent|brilliant|good job|well done|sounds good|got it|good|right|never mind that)(?: "
        r"(?:job|work|stuff|one|answer|idea|to know|thanks|thank you|so much|very much))*)",
    ),
    pattern(
        "bye",
        r"(?:good ?bye|bye(?: bye)?|see you(?: later| soon)?|good night|ciao|tschüss|au revoir|that's all|"
        r"that is all|that was all)",
    ),
    pattern(
        "help",
        r"(?:help(?: me)?|what (?:can|do) you (?:do|know|help(?: me)? with|offer|understand)(?: for me| "
        r"for us| here)?|what are you(?: for| able to do)?|who are you|how (?:do|does) (?:you|this|it) "
        r"work|who (?:made|built|created|wrote|programmed) you|how (?:can|do) i use (?:you|this)"
        r"|can you help(?: me)?|what should i ask(?: you)?|"
        r"examples?|are you (?:an? )?(?:ai|bot|robot|human|person|chatgpt|real)|which model are you|menu|"
        r"commands?|\?)",
    ),
    pattern(
        "undo",
        r"(?:undo|revert|take back|roll back|reverse|cancel)(?: (?:that|it|this|the last (?:one|change|"
        r"thing|step)|everything|my last \w+|what you did))?|(?:that|this|it) was (?:wrong|a mistake)|put "
        r"(?:it|that) back",
    ),
)
