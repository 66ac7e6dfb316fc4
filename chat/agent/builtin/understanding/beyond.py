"""What people also ask an assistant for, and what this one cannot do: told plainly, with what is nearest."""

import re

# Topic by words; the sentences stand with the skills.
TOPICS: tuple[tuple[str, str], ...] = (
    (
        "plan",
        (
            r"meal ?plans?|weekly plan|plan (?:the|our|my|a|for) (?:week|meals?|dinners?|days?)|menu for "
            r"(?:the|this|next) week|what (?:to|should we) (?:eat|cook) (?:all|this|the whole) week"
        ),
    ),
    (
        "nutrition",
        (
            r"calories?|kcal|kilojoules?|protein|carbs?|carbohydrates?|nutrition\w*|macros?|healthy|vitamins?|"
            r"fat content|sugar content|how much (?:sugar|salt|fat)"
        ),
    ),
    (
        "prices",
        (
            r"prices?|how much (?:does|do|did) .+ cost|cheap\w*|expensive|budget|bargains?|discounts?|offers?|"
            r"on sale"
        ),
    ),
    ("order", r"order (?:me\b|us\b|online|delivery|from|a pizza|food)|deliver\w*|instacart|amazon|takeaway|take-out"),
    ("receipt", r"receipts?|scan|photos?|pictures?|bar ?codes?"),
    (
        "recipe_writing",
        (
            r"(?:invent|write|create|make up|think of|save|import|add|new) (?:me |us )?(?:a |an |the |this |"
            r"new )*recipes?|recipe from (?:the )?(?:internet|web|url)|https?://"
        ),
    ),
    (
        "people",
        (
            r"(?:invite|remove|kick|add) (?:a |an |the )?(?:\w+ )?(?:member|guest|person|user|flatmate|"
            r"roommate)|change (?:my|the) (?:password|name|email)|settings"
        ),
    ),
    ("timer", r"timers?|remind me (?:in|at|when)|alarms?|set (?:a|an) (?:timer|alarm)|reminders?"),
    ("substitute", r"(?:instead of|substitut\w+|replace\w*|alternatives? (?:to|for)|swap) ?.*"),
    (
        "technique",
        (
            r"how (?:hot|long (?:do i|should i|to) (?:cook|bake|boil|fry|roast|grill|steam))|temperature|oven|"
            r"degrees|how (?:do|can|should) (?:i|you|we) (?:cook|boil|fry|bake|roast|peel|cut|chop|clean|"
            r"poach|whisk)\b"
        ),
    ),
    (
        "world",
        (
            r"weather|news|jokes?|football|president|capital of|translate|poem|story|sing|write code|homework|"
            r"stocks?\b(?! of| up)|love me|meaning of life|what time is it|what day is it"
        ),
    ),
)
# What would be taken for something else, were it not known to be beyond.
FIRST: tuple[tuple[str, str], ...] = (
    (
        "history",
        (
            r"(?:what|when|how often|how many times) (?:did|have|had|was) (?:we|i|it|the .+)(?: last"
            r"| ever)? (?:cook|cooked|make|made|eat|eaten|have)\b.*|how long have (?:we|i) had .*"
            r"|when did (?:we|i) (?:last )?(?:buy|cook|make|eat|open|get) .*"
        ),
    ),
    (
        "editing",
        (
            r"(?:delete|remove|rename|edit|rate|archive|share) (?:the |my |our |a )?.*recipe.*|rate "
            r".*|(?:give|rate) .+ (?:stars?|points)|(?:change|set|update|correct) (?:the )?(?:date"
            r"|expiry|expiration|best before|use by|price|name|place)\b.*|(?:i|we)(?:'ve)?(?: just)? "
            r"opened (?!it$).*|mark .+ as opened|the .+ expires? (?:on|in|at) .*"
        ),
    ),
    (
        "spending",
        (
            r"(?:how much|what) (?:did|have|do) (?:we|i) (?:spen[dt]|pay|paid)\b.*|.*\b(?:grocery"
            r"|food) (?:budget|spending|costs)\b.*"
        ),
    ),
    (
        "new_list",
        (
            r"(?:start|create|make|open|begin|rename|delete|share|print|email|send)(?: me)? (?:a "
            r"|another |the |my |our )?(?:new |second )?(?:shopping |grocery )?list(?: (?:called"
            r"|named|for (?!the\b|dinner)|to .*|with .*).*)?"
        ),
    ),
    (
        "language",
        (
            r"(?:do you |can you )?(?:speak|understand|talk) (?:german|french|spanish|polish|italian"
            r"|dutch|english|\w+ish)\b.*"
        ),
    ),
    (
        "outside",
        (
            r"(?:call|phone|ring|text|email|e-mail|message|whatsapp) (?:my|the|mum|mom|dad|a|an|(?-i:[A-Z])\w*)\b.*"
            r"|(?:book|reserve) (?:a|an|me|us|the)\b.*|play (?!with food).*"
            r"|send .*\b(?:e-?mail|message|text|sms|letter)\b.*"
            r"|(?:turn|switch) (?:on|off) .*|(?:turn|switch) .* (?:on|off)|(?:google|youtube|browse) .*"
            r"|search (?:the )?(?:web|internet|online)\b.*|what(?:'s| is) on tv.*"
        ),
    ),
    ("heat", r".*\b(?:fahrenheit|celsius)\b.*|.*\bgas mark\b.*"),
    (
        "daily",
        (
            r".*\b(?:calories|protein|sugar|salt)\b.*\b(?:should|can|do) (?:i|we|one) (?:eat|have"
            r"|need)\b.*|.*\bper day\b.*"
        ),
    ),
    (
        "plan",
        (
            r"plan (?:the |our |my |a |some |out )?(?:\w+ )?(?:dinners?|lunch(?:es)?|meals?|menu"
            r"|week|days?|food|supper)\b.*|.*\bmeal ?plan\b.*"
        ),
    ),
)
EARLY = [(topic, re.compile(words, re.IGNORECASE)) for topic, words in FIRST]
BEYOND = [(topic, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for topic, words in TOPICS]


def early_topic(clause: str) -> str:
    return next((topic for topic, words in EARLY if words.fullmatch(clause)), "")


def topic_of(clause: str) -> str:
    return next((topic for topic, words in BEYOND if words.search(clause)), "")
