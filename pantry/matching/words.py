"""Which words of a name do not change the food, and which are only spelled otherwise. All in the form of `name_key`."""

# Said of a food, or done to it, and it stays that food: what changes it (smoked salmon, ground almonds) is a name or
# an alias of its own, and those are looked for first. Colours, "dried", "tinned", "sweet", "vegan" are not here: they
# may make another food.
STATES = """
    fresh freshly frozen thawed defrosted chilled cold hot warm lukewarm cool cooled ripe unripe overripe underripe ripened raw
    uncooked cooked precooked blanched boiled steamed roasted grilled toasted baked poached melted softened
    soft hard firm stale day old leftover live dry good quality best finest premium ready prepared made homemade bought
    shop store natural pure real organic fairtrade local seasonal unsalted salted unsweetened
    lightly heavily light dark mild mature aged sharp extra virgin refined unrefined cold-pressed unbleached
    bleached unwaxed waxed virgin traditional classic original authentic plain regular ordinary basic favourite favorite
    optional additional more new young baby mini tiny small smaller smallish medium medium-sized large larger big jumbo
    huge giant long short thick thin thinly thickly fine finely coarse coarsely rough roughly lean meaty fatty plump
    tender crunchy smooth runny creamy crusty floury waxy heaped heaping level rounded scant generous good-quality
    dessert eating cooking garden vine british scottish irish welsh italian spanish greek turkish mexican
    californian hungarian normal nice well very really quite mixed assorted unpeeled skin-on skin farmed
    sustainable pasteurized pasteurised full quick loose packed tightly loosely firmly lowfat nonfat
    reduced sodium low part homogenized sized size usual sustainably sourced inexpensive decent fruity flavorful condensed sweetened whipped scalded petite oriental seasoned unseasoned unsulfured
    shaken stirred fluid jigger scoop leafed individually wrapped unwrapped accompaniment garnish flavorful
    good-sized average any kind
"""
DONE = """
    chopped diced cubed sliced minced crushed grated shredded ground peeled cored deseeded seeded seedless pitted stoned
    destoned boned boneless skinned skinless deboned trimmed halved quartered torn picked plucked washed rinsed scrubbed
    drained undrained squeezed zested juiced mashed pureed blended whisked beaten separated sifted cracked crumbled
    broken snipped julienned shaved flaked slivered slicing cut cutting carved butterflied scored shelled shucked
    podded topped tailed hulled husked split bruised smashed pounded flattened marinated soaked
    reserved divided removed discarded needed desired wanted taste serve serving garnish dusting greasing frying
    drizzling sprinkling brushing rolling dredging kneading room temperature cleaned deveined defatted
    reconstituted rehydrated chiffonade matchstick lengthway lengthwise crosswise diagonally horizontally vertically
    packaged bottled jarred thaw cracking milled unpitted whole-peeled unskinned blitzed
    prewashed pre preshredded pregrated bite crosswise wise lightly-beaten roughly-chopped trimming
"""
# A part or a measure of a food that one buys whole.
PARTS = """
    whole half quarter third piece chunk cube slice sliver strip wedge ring round segment floret spear stalk stem stick
    sprig bunch handful head bulb clove leaf frond needle top tip pod fillet steak bit batch nub knob
    rasher square sheet block can tin jar bottle pack packet package pkg bag box carton tub tube sachet punnet
    container envelope splash dash pinch drizzle glug drop dollop squeeze grind grinding twist knife point cup mug glass
    bowl spoon spoonful teaspoon tablespoon tsp tbsp tbs dessertspoon pint quart gallon litre liter ml cl dl g gram kg
    kilo kilogram oz ounce lb pound inch cm mm weight part portion worth amount quantity couple few some little lot pat
    thumb fistful loaf strand thread section stub end filet
"""
SMALL = "a an the of and or your my our his her its their one two three four five six seven eight nine ten dozen about x other another percent"
DROPPED = frozenset(f"{STATES} {DONE} {PARTS} {SMALL}".replace("-", " ").split())

# Colours and origins of what grows: a "purple potato" is a potato. Elsewhere they make another food (white chocolate).
SORTS = frozenset(
    """red green yellow orange purple white black pink golden brown blue heirloom heritage sweet bitter tart juicy wild
    thai chinese japanese korean indian lebanese persian kirby idaho bosc anjou victoria delicious braeburn fuji gala cox
    russet bramley san marzano roma plum romano piper edward desiree king maris charlotte vidalia walla spanish
    holland hothouse hydroponic hass kent alphonso cavendish navel valencia meyer eureka cipollini chantenay bunched
    curly flat leafy wavy crinkly flowering sprouting forced early late
    dwarf stringless seedless skinned fleshed flesh beefsteak cluster""".split()
)
GROWN = ("fruit", "vegetables", "herbs")

# Several words that say nothing of the food only together: "free" alone might be "gluten free".
PHRASES = (
    "free range", "fat free", "full fat", "low fat", "half fat", "reduced fat", "salt free", "low salt",
    "reduced salt", "cage free", "free from cage", "additive free", "no salt added", "no added salt", "sugar reduced",
    "pasture raised", "grass fed", "corn fed", "line caught", "hand dived", "sushi grade", "stone ground",
    "bone in", "skin on", "tail on", "on the bone", "off the bone", "on the vine", "ready to eat", "ready to use",
    "ready made", "ready rolled", "store bought", "shop bought", "deep fried", "at room temperature", "extra large",
    "italian style", "mexican style", "asian style", "french style", "family size", "plus extra", "to taste", "to serve", "good quality", "left over", "new season", "middle cut",
)  # fmt: skip

# What follows one of these tells what the food is for, or how much of it, and makes no other food of it.
PURPOSE = frozenset(
    "for plus to until such like preferably including if as using each see then per depending at".split()
)
# What follows one of these may make another dish: "yogurt with honey".
ADDITION = frozenset("with without in into on from which that but not".split())
# What may follow them without doing so: "tomatoes in their juice".
HARMLESS = frozenset(
    """juice liquid water brine pit stone giblet green flower pocket oil syrup skin bone shell stem top leaf root peel
    rind seed pulp fat salt head tail pod husk sauce sugar""".split()
)

# Words that are no food and look like one.
NO_SLIPS = frozenset(
    """batter beacon butler candle cornet culantro dipping leather macaroon peasant plantation platter saucer tamale tartan""".split()
)

SPELLINGS = {
    "yoghurt": "yogurt", "yoghourt": "yogurt", "yogourt": "yogurt", "chili": "chilli", "chile": "chilli",
    "chily": "chilli", "chilly": "chilli", "canned": "tinned", "can": "tin", "catsup": "ketchup",
    "wholewheat": "wholemeal", "fibre": "fiber", "flavour": "flavor", "flavoured": "flavored", "colouring": "coloring",
    "savoury": "savory", "barbeque": "barbecue", "bbq": "barbecue", "doughnut": "donut", "omelet": "omelette",
    "houmous": "hummus", "humus": "hummus", "hommus": "hummus", "gelatin": "gelatine", "lasagna": "lasagne",
    "parmesean": "parmesan", "parmezan": "parmesan", "mozarella": "mozzarella", "brocolli": "broccoli",
    "shitake": "shiitake", "tumeric": "turmeric", "expresso": "espresso", "bulghur": "bulgur",
    "confectioner": "icing", "semiskimmed": "semi skimmed", "evoo": "extra virgin olive oil",
    "haloumi": "halloumi", "linguini": "linguine", "fettucine": "fettuccine", "fettuccini": "fettuccine",
    "worchestershire": "worcestershire", "worcestshire": "worcestershire", "siracha": "sriracha", "vinager": "vinegar",
    "portabella": "portobello", "portabello": "portobello", "szechuan": "sichuan", "szechwan": "sichuan",
    "phyllo": "filo", "fillo": "filo", "panir": "paneer", "tomatoe": "tomato", "potatoe": "potato",
    "flatleaf": "flat leaf", "wholegrain": "whole grain", "sundried": "sun dried", "semisweet": "semi sweet",
    "selfraising": "self raising", "mayo": "mayonnaise", "veg": "vegetable", "veggie": "vegetarian",
    "choc": "chocolate",
}  # fmt: skip
