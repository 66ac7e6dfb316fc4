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
BEYOND = [(topic, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for topic, words in TOPICS]


def topic_of(clause: str) -> str:
    return next((topic for topic, words in BEYOND if words.search(clause)), "")
