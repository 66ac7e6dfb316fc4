"""Words of ingredient lines that are neither amount nor name."""

SIZES = (
    r"(?:(?:very|extra|medium)[\s-])?(?:large|big|medium|small|tiny|jumbo|fat|plump|lg|md|med|sm)(?:[\s-]sized?)?"
    r"|(?:gro(?:ß|ss)e?[rsn]?|mittelgroße?[rsn]?|kleine?[rsn]?)|(?:duż[aey]|średni[ae]?|mał[aey])"
    r"|(?:gro(?:s|sse?s?)|moyen(?:ne)?s?|petite?s?)|(?:grandes?|median[oa]s?|pequeñ[oa]s?)"
)
LARGE = r"(?:very\s+|extra[\s-])?(?:large|big|jumbo|lg|gro(?:ß|ss)|duż|gros|grand)"
SMALL = r"(?:very\s+|extra[\s-])?(?:small|tiny|sm\b|klein|mał|petit|pequeñ)"
ADVERBS = (
    r"(?:very|finely|fine|roughly|coarsely|freshly|thinly|thickly|lightly|loosely|firmly|tightly|well|gently"
    r"|neatly|crudely|evenly|fein|frisch|grob|drobno|świeżo|finement|fraîchement|finamente|recién)"
)
DONE = (
    r"(?:chopped|sliced|diced|minced|grated|shredded|peeled|cubed|torn|julienned|mashed|melted|softened|sifted"
    r"|beaten|crumbled|packed|squeezed|shaved|halved|quartered|trimmed|seeded|deseeded|cored|picked"
    r"|rinsed|drained|washed|shelled|zested|slivered|scalded|crushed|toasted|boned|hulled|lukewarm|chilled"
    r"|skinned|snipped|sieved|warmed|thawed|griddled|steamed|uncooked|cooked"
    r"|hard[- ]boiled|scrubbed|(?:evenly\s+)?sized"
    r"|gehackte?[rsn]?|geriebene?[rsn]?|geschnittene?[rsn]?|gewürfelte?[rsn]?|geschälte?[rsn]?|weiche[rsn]?|lauwarme[rsn]?"
    r"|zerlassene?[rsn]?|posiekan(?:a|e|y|ych|ego|ej)|start(?:a|e|y|ych|ego|ej)|pokrojon(?:a|e|y|ych|ego|ej)"
    r"|miękkie(?:go|j)?|miękka|letnie(?:go|j)?|letnia|roztopion(?:a|e|y|ego|ej)|krojon(?:a|e|y|ych|ego|ej)(?!\s+pomidor))"
)
# In French and Spanish they stand behind the name.
DONE_BEHIND = (
    r"(?:hachée?s?|râpée?s?|émincée?s?|écrasée?s?|ciselée?s?|coupée?s?|épluchée?s?|fondue?s?|fendue?s?|égouttée?s?|tranchée?s?"
    r"|concassée?s?|battus?|dénoyautée?s?|ramollie?s?|tièdes?|moyen(?:ne)?s?|picad[oa]s?|rallad[oa]s?|cortad[oa]s?"
    r"|trocead[oa]s?|escurrid[oa]s?|fundid[oa]s?|batid[oa]s?|exprimid[oa]s?|laminad[oa]s?"
    r"|halbiert|geviertelt|gehackt|gewürfelt|gerieben|geschält|entsteint|abgetropft|aufgetaut|zerlassen"
    r"|grandes?|median[oa]s?|pequeñ[oa]s?|posiekan[aey]|start[aey]|pokrojon[aey])"
)
# These make products (ground cumin, crushed pineapple), unless an adverb stands before them: freshly ground pepper.
GROUND = r"(?:ground|cut|cracked|milled|baked|brewed|made|popped|boiled|whipped|roasted)"
# Minced beef, crushed pineapple and medium curry powder are what one buys.
BOUGHT_SO = (
    r"(?:minced|crushed|ground|shredded|diced|sliced|toasted|cooked)\s+(?:beef|pork|lamb|veal|turkey|chicken|meat|steak|ham|pineapple"
    r"|tomato(?:es)?|coconut|sesame\s+oil|red\s+pepper|chill?i\s+flakes)"
)
SOLD_BY_SIZE = r"(?:curry|egg\s+noodles|grain|pasta|oats|or|to|and)"
PARTS = (
    r"(?:(?:(?:finely|freshly)\s+)?(?:grated|squeezed|strained|pared|chopped)\s+)?(?:juice|zest|rind|peel|leaves|seeds|pulp"
    r"|yolks?|whites?"
    r"|(?:white|green)(?:\s+and\s+(?:(?:pale|light)[- ])?(?:white|green))?\s+(?:parts?|portions?)(?:\s+only)?"
    r"|saft|schale|abrieb|sok|skórka|jus|zeste|zumo|jugo|ralladura|hojas)"
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
    r"|each\b|halved|to\s+a\s+depth|(?:stirred|diluted|combined)\s+(?:together|with|in|to)\b|for\s+(?:the\s+)?(?:\w+\s+)?(?!ic|str|dress)\w{3,}ing$|nach\s+geschmack|zum\s+\w+en\b|do\s+smaku|au\s+goût|al\s+gusto|para\s+servir"
    r"|für\s+(?:die|das|den)\s+\w+|aus\s+der\s+mühle|in\s+(?:scheiben|streifen|würfeln|stücken)|je\s+(?:ca\.?\s*)?\d|à\s+ca\b|du\s+moulin"
    r"|pour\s+(?:servir|\w+er|la\s+\w+|le\s+\w+)|para\s+\w+r\b|recién\s+molid[oa]|en\s+(?:rodajas|tiras|dados|cubos|trozos|rondelles"
    r"|dés|cubes|morceaux|lamelles|quartiers)|w\s+(?:kostkę|plastry|plasterki|paski)|do\s+(?:posypania|smażenia|dekoracji|podania"
    r"|wysmarowania|natłuszczenia|formy|polania|oprószenia)|or\s+to\s+taste|or\s+(?:more|less)\b"
    r"|(?:finely|roughly|coarsely|thinly|thickly|lightly|freshly)\s+\w+ed$)"
)
# Between two of these a comma ends no name: "boneless, skinless chicken".
ADJECTIVES = (
    r"(?:boneless|skinless|skin-on|bone-in|fresh|dried|ripe|firm|raw|frozen|tinned|canned|sweet|lean|thick|thin|large"
    r"|small|medium|hot|cold|warm|dark|light|plain|good-quality|free-range|organic|young|baby|whole|long|fat|red|green"
    r"|chewy|crusty|rustic|live|waxy|floury|smoked|unsmoked|smaller|inner|outer|yellow|white|black|mild|strong|dry|soft|low-\w+|full-fat|crisp|tart|seedless|day-old|sharp|tender|meaty|juicy"
    r"|creamy|fine|coarse|very|\w+ly|[\w-]+ed)"
)
OPTIONAL = r"optional(?:ly)?|wahlweise|evtl\.?|eventuell|ggf\.?|nach\s+belieben|ewentualnie|éventuellement"
OPTIONAL += r"|opcjonalnie|facultatif|facultative|opcional"
ABOUT = (
    r"(?:about|approximately|approx\.?|around|roughly|ca\.?|circa|etwa|około|ok\.|environ|unos|unas|generous|heaping"
    r"|heaped|slightly\s+rounded|rounded|scant|good|just\s+(?:over|under)|at\s+least|up\s+to|other|the|or|plus"
    r"|an\s+additional|additional|another|(?:optional(?:ly)?|wahlweise):|evtl\.?|eventuell|ggf\.?|ewentualnie|éventuellement)"
)
