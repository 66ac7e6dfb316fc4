"""Words of ingredient lines that are neither amount nor name."""

SIZES = (
    r"(?:(?:very|extra|medium)[\s-])?(?:large|big|medium|small|tiny|jumbo|fat|plump|lg|md|med|sm)(?:[\s-]sized?)?"
    r"|(?:gro(?:ß|ss)e?[rsn]?|mittelgroße?[rsn]?|kleine?[rsn]?)|(?:duż[aey]|średni[ae]?|mał[aey])"
    r"|(?:gro(?:s|sse?s?)|moyen(?:ne)?s?|petite?s?)|(?:grandes?|median[oa]s?|pequeñ[oa]s?)"
)
ADVERBS = (
    r"(?:very|finely|fine|roughly|coarsely|freshly|thinly|thickly|lightly|loosely|firmly|tightly|well|gently"
    r"|neatly|crudely|evenly|fein|frisch|grob|drobno|świeżo|finement|fraîchement|finamente|recién)"
)
DONE = (
    r"(?:chopped|sliced|diced|minced|grated|shredded|peeled|cubed|torn|julienned|mashed|melted|softened|sifted"
    r"|beaten|crumbled|packed|squeezed|shaved|halved|quartered|trimmed|seeded|deseeded|cored|picked"
    r"|rinsed|drained|washed|shelled|zested|slivered|scalded|crushed|toasted|boned|hulled|lukewarm|chilled"
    r"|gehackte?[rsn]?|geriebene?[rsn]?|geschnittene?[rsn]?|gewürfelte?[rsn]?|posiekan[aey]|start[aey]|pokrojon[aey]"
    r"|hachée?s?|râpée?s?|émincée?s?|picad[oa]s?|rallad[oa]s?)"
)
# These make products (ground cumin, crushed pineapple), unless an adverb stands before them: freshly ground pepper.
GROUND = r"(?:ground|cut|cracked|milled|baked|brewed|made|popped|cooked|boiled|whipped)"
# Minced beef, crushed pineapple and medium curry powder are what one buys.
BOUGHT_SO = r"(?:beef|pork|lamb|veal|turkey|chicken|meat|steak|pineapple|red\s+pepper|chill?i\s+flakes)"
SOLD_BY_SIZE = r"(?:curry|egg\s+noodles|grain|pasta|oats|or|to|and)"
PARTS = (
    r"(?:(?:(?:finely|freshly)\s+)?(?:grated|squeezed|strained|pared|chopped)\s+)?(?:juice|zest|rind|peel|leaves|seeds|pulp"
    r"|yolks?|whites?|saft|schale|abrieb|sok|skórka|jus|zeste|zumo|jugo|ralladura|hojas)"
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
    r"|pour\s+(?:servir|la\s+poêle)|or\s+to\s+taste|or\s+(?:more|less)\b"
    r"|(?:finely|roughly|coarsely|thinly|thickly|lightly|freshly)\s+\w+ed$)"
)
# Between two of these a comma ends no name: "boneless, skinless chicken".
ADJECTIVES = (
    r"(?:boneless|skinless|skin-on|bone-in|fresh|dried|ripe|firm|raw|frozen|tinned|canned|sweet|lean|thick|thin|large"
    r"|small|medium|hot|cold|warm|dark|light|plain|good-quality|free-range|organic|young|baby|whole|long|fat|red|green"
    r"|yellow|white|black|mild|strong|dry|soft|low-\w+|full-fat|crisp|tart|seedless|day-old|sharp|tender|meaty|juicy"
    r"|creamy|fine|coarse|very|\w+ly|[\w-]+ed)"
)
OPTIONAL = r"optional(?:ly)?|wahlweise|opcjonalnie|facultatif|facultative|opcional"
ABOUT = (
    r"(?:about|approximately|approx\.?|around|roughly|ca\.?|circa|etwa|około|ok\.|environ|unos|unas|generous|heaping"
    r"|heaped|slightly\s+rounded|rounded|scant|good|just\s+(?:over|under)|at\s+least|up\s+to|other|the|or|plus"
    r"|an\s+additional|additional|another|(?:optional(?:ly)?|wahlweise):)"
)
