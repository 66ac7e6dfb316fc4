"""What pages may take, measured against the page that has nothing in it."""

REFERENCE = "reference"
# The multiple of the reference page that each may take at size large.
TARGETS = {
    "recipe list": 4.0,
    "recipe search": 5.0,
    "recipe search, slips": 5.0,
    "recipe page": 3.0,
    "what can I cook": 5.0,
    "shopping list of 100": 4.0,
    "pantry": 4.0,
    "list: add an item": 2.5,
    "list: tick": 2.0,
    "import a page": 20.0,
}
