"""Words of ingredient lines that are neither amount nor name."""

SIZES = (
    r"(?:(?:very|extra|medium)[\s-])?(?:large|big|medium|small|tiny|jumbo|lg|md|med|sm)(?:[\s-]sized?)?"
    r"|(?:gro(?:ß|ss)e?[rsn]?|mittelgroße?[rsn]?|kleine?[rsn]?)|(?:duż[aey]|średni[ae]?|mał[aey])"
    r"|(?:gro(?:s|sse?s?)|moyen(?:ne)?s?|petite?s?)|(?:grandes?|median[oa]s?|pequeñ[oa]s?)"
)
ADVERBS = (
    r"(?:very|finely|fine|roughly|coarsely|freshly|fresh|thinly|thickly|lightly|loosely|firmly|tightly|well|gently"
    r"|neatly|crudely|evenly|fein|frisch|grob|drobno|świeżo|finement|fraîchement|finamente|recién)"
)
DONE = (
    r"(?:chopped|sliced|diced|minced|grated|shredded|crushed|peeled|cubed|torn|julienned|mashed|melted|softened|sifted"
    r"|beaten|whipped|toasted|crumbled|packed|squeezed|shaved|halved|quartered|trimmed|seeded|deseeded|pitted|cored"
    r"|rinsed|drained|washed|cooked|boiled|cracked|shelled|zested|lukewarm|warm|hot|boiling|chilled|cold|slivered"
    r"|gehackte?[rsn]?|geriebene?[rsn]?|geschnittene?[rsn]?|gemahlene?[rsn]?|posiekan[aey]|start[aey]"
    r"|hachée?s?|râpée?s?|émincée?s?|picad[oa]s?|rallad[oa]s?)"
)
# These two are products of their own unless an adverb stands before them: ground cumin, but freshly ground pepper.
GROUND = r"(?:ground|cut|squeezed|cracked|milled|baked|brewed|made|popped)"
PARTS = (
    r"(?:juice|zest|rind|peel|leaves|seeds|pulp|yolks?|whites?|grated|finely|freshly|squeezed|strained|top|saft|schale"
    r"|abrieb|sok|skórka|jus|zeste|zumo|jugo|ralladura|hojas)"
)
# Words that begin what is said beside the name, where no comma stands.
ASIDE = (
    r"(?:to\s+(?:taste|serve|garnish|decorate|finish|season|dust|glaze|fry|cover|coat|sprinkle|drizzle|brush|make"
    r"|accompany)|(?:or\s+more\s+)?(?:as|if|when)\s+(?:needed|necessary|required|desired|you\s+like)"
    r"|(?:plus|and)\s+(?:more|extra|additional|\d)|plus|for\s+(?:the\s+)?(?:\w+\s+)?"
    r"(?:serving|garnish\w*|dusting|frying|deep-frying|greasing|brushing|drizzling|sprinkling|decorat\w+|topping|rolling"
    r"|seasoning|coating|tin|pan|dish|bowl|cooking|glazing|finishing|poaching|accompan\w+|rim|work\s+surface)"
    r"|at\s+room\s+temp\w*|room\s+temperature|such\s+as|preferably|about|approximately|cut\s+(?:in|into|on|cross|length)"
    r"|sliced\s+(?:in|into)|chopped\s+(?:in|into)|(?:soaked|dissolved|mixed|rubbed|drained|rinsed|peeled|beaten)\s+"
    r"(?:in|with|and|of)|in\s+(?:their|its)\s+|from\s+(?:a|an|the|about|\d)|with\s+(?:their|its|skin|the\s+skin)"
    r"|each\b|halved|nach\s+(?:geschmack|belieben)|zum\s+\w+en\b|do\s+smaku|au\s+goût|al\s+gusto|para\s+servir"
    r"|pour\s+(?:servir|la\s+poêle)|or\s+to\s+taste|or\s+(?:more|less)\b)"
)
# Between two of these a comma ends no name: "boneless, skinless chicken".
ADJECTIVES = [
    "boneless",
    "skinless",
    "skin-on",
    "bone-in",
    "fresh",
    "dried",
    "ripe",
    "firm",
    "raw",
    "frozen",
    "tinned",
    "canned",
    "unsalted",
    "salted",
    "sweet",
    "smoked",
    "lean",
    "thick",
    "thin",
    "large",
    "small",
    "medium",
    "hot",
    "cold",
    "dark",
    "light",
    "plain",
    "good-quality",
    "free-range",
    "organic",
    "young",
    "baby",
    "whole",
    "long",
    "fat",
    "red",
    "green",
    "yellow",
    "white",
    "black",
    "mild",
    "strong",
    "dry",
    "soft",
    "unsweetened",
    "low-sodium",
    "low-fat",
    "full-fat",
    "reduced-fat",
    "unbleached",
    "crisp",
    "tart",
    "shelled",
    "peeled",
    "pitted",
    "seedless",
    "chopped",
    "toasted",
    "cooked",
    "day-old",
    "sharp",
    "aged",
    "freshly",
    "creamy",
    "tender",
    "meaty",
    "juicy",
]
OPTIONAL = r"optional(?:ly)?|wahlweise|opcjonalnie|facultatif|facultative|opcional"
ABOUT = (
    r"(?:about|approximately|approx\.?|around|roughly|ca\.?|circa|etwa|około|ok\.|environ|unos|unas|generous|heaping"
    r"|heaped|scant|good|just\s+(?:over|under)|at\s+least|up\s+to|other|the|an\s+additional|additional|another)"
)
