"""Which words of a name do not change the food, and which are only spelled otherwise. All in the form of `name_key`."""

import re

from pantry.catalogue.keys import name_key


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Said of a food, and it stays that food: what changes it (smoked salmon, ground almonds) is a name or an alias of its
# own, and those are looked for first. Colours, "dried", "tinned", "sweet", "vegan" are not here: they may make another.
STATES = words("""
    accompaniment additional aged any aoc aop artisan artisanal assorted auslese authentic average baby baked
    barista basic best big bio blanched bleached boiled boiling bought brit british browned brut bulk californian
    calimyrna center centre chargrilled chewy chilled chunky classic classico coarse coarsely cold combi condensed
    converted cooked cooking cool cooled creamy crisp crunchy crusty dark day decent defrosted delicatessen dessert
    doc docg dop drinkable dry easy eating eco ess essential extra fairly fairtrade family farmed fat fatty favorite
    favourite ffree fine finely finest firm firmly flavorful flavourful fleshy floury fluid foil fresh
    freshest freshly frozen fruity full fully garden garnish generous genovese giant glossy good greek griddled
    grilled handful handmade handpicked hard heaped heaping heated heavily homemade homogenized hot huge hungarian
    iced igp imported individually inexpensive irish italian jigger jumbo keto kids kind kosher large larger leafed
    lean leftover level lge light lightly lite live local long loose loosely low lowfat lukewarm luxury made mature
    meaty medium mellow melted mes mesi mexican mild mini mixed more multicolored multipack natural naturally new
    nice nonfat normal oak oem old on optional ordinary organic organico oriental original originale ovenready
    overripe pack packed parboiled part pasteurised pasteurized pdo petite pgi pippin pk plain plump plumpest
    poached pouring precooked prelavato premium prepacked prepared pressed purchased pure qualita quality quick
    quite raw ready real really reduced refined regular reheated rich rigate rigati ripe ripened riserva roasted
    robust rossa rosso rough roughly rounded runny salted scalded scant scoop scottish seared seasonal seasoned
    selected shaken sharp shop short simmering size sized skin skinny slender small smaller smallish smooth sodium
    soft softened solid sourced spanish special speciality spreadable spreading stagionato stale steamed stirred
    store sustainable sustainably sweetened tangy tasty tender tepid thawed thick thickly thin thinly tightly
    tiny toasted traditional tradizionale triple turkish twin type ultra unbaked unbleached unblemished uncooked
    underripe unpeeled unpodded unrefined unripe unsalted unseasoned unshelled unsulfured unsweetened untoasted
    unwaxed unwrapped usual vacuum value very vine virgin warm warmed waxed waxy well welsh whipped wrapped young
    zesty zingy
""")
# Done to a food, or done with it.
DONE = words("""
    bashed beaten bite blended blitzed boned boneless bottled broken bruised brushing butterflied carved chiffonade
    chopped chunked cleaned cored cracked cracking crosswise crumbled crushed cubed cut cutting debearded deboned
    defatted descaled deseeded desired destalked destemmed destoned deveined diagonally diced discarded divided
    drained dredging drizzling dusting filleted finely flaked flattened frying grated greasing ground gutted halved
    horizontally hulled husked jarred jointed juiced julienned kneading lengthway lengthwise liquidised marinated
    mashed matchstick milled minced needed packaged pared patted peeled picked pitted plucked podded portioned
    pounded pre pregrated preshredded prewashed pricked pulsed pureed quartered reconstituted rehydrated removed
    reserved ribboned rinsed rolling room scaled scored scrubbed scrunched seeded seedless segmented separated serve
    serving shaved shelled shredded shucked sieved sifted skewered skinless skinned sliced slicing slit slivered
    smashed snipped soaked spatchcocked split sprinkling squeezed stemmed stoned strained stripped tailed taste
    temperature tenderised thaw tied topped torn trimmed trimming trussed uncored undrained unpitted unskinned
    vertically wanted washed whisked whole wise zested
""")
# A part or a measure of a food that one buys whole.
PARTS = words("""
    amount bag basket batch baton bit block bottle bowl box bulb bunch can carton chunk cl clove cm container couple
    crosscut crumbling cube cup curl dash dessertspoon dl dollop drizzle drop end envelope few filet fillet fistful
    floret frond g gal gallon glass glug gram grind grinding half handful head inch jar kg kilo kilogram knife knob
    lb leaf link liter litre little loaf log lot matchstick medallion ml mm mug needle nest nib nub ounce oz pack
    package packet pat piece pinch pint pkg pod point portion pound punnet quantity quart quarter rasher ribbon ring
    round sachet section segment shard shaving sheet sleeve slice sliver some spear splash spoon spoonful sprig
    square squeeze stalk steak stem stick strand strip stub tablespoon tbs tbsp teaspoon third thread thumb tin tip
    top tray tsp tub tube twist wedge weight worth
""")
SMALL = words("""
    a about an and another dozen eight five four her his its my n nine nr of one or other our percent seven six ten
    the their three two x your
""")
DROPPED = STATES | DONE | PARTS | SMALL
# "400g", "12pk", "6x1", "5l": how much of it there is.
FIGURE = re.compile(
    r"x?\d[\dx]*(?:k?g|mg|m?l|cl|dl|oz|lb|lbs|pk|pack|pcs?|ct|er|st|s|x|w|kcal|mm|cm|day|month|pt|pts|sheet|roll|slice)?"
)


def is_figure(word: str) -> bool:
    return FIGURE.fullmatch(word) is not None


def needless_word(word: str) -> bool:
    return word in DROPPED or is_figure(word)


# Colours and origins of what grows: a "purple potato" is a potato. Elsewhere they make another food (white chocolate).
SORTS = words("""
    alphonso anjou beefsteak bitter black blue bosc braeburn bramley brown bunched cavendish chantenay charlotte
    chinese cipollini cluster cox crinkly curly delicious desiree dwarf early edward eureka flat flesh fleshed
    flowering forced fuji gala golden green hass heirloom heritage holland hothouse hydroponic idaho indian japanese
    juicy kent king kirby korean late leafy lebanese maris marzano meyer navel orange persian pink piper plum purple
    red roma romano russet san seedless skinned spanish sprouting stringless sweet tart thai valencia victoria
    vidalia walla wavy white wild yellow
""")
GROWN = ("fruit", "vegetables", "herbs")
# A herb is sold so: elsewhere they are no food at all (tomato plant, coffee pot).
IN_POTS = words("plant pot potted living growing")

# Several words that say nothing of the food only together: "free" alone might be "gluten free".
PHRASES = (
    "homemade type", "creole style", "ranch style", "lager style", "mild flavored", "butter flavored", "brine cured",
    "taste the difference", "at room temperature", "cook from frozen", "slightly salted", "cut into strip",
    "free from cage", "lightly salted", "no added sugar", "no sugar added", "pasture raised", "ready to roast",
    "reduced sodium", "additive free", "extra special", "flame grilled", "italian style", "mexican style",
    "no added salt", "no salt added", "ready to cook", "reduced sugar", "special offer", "sugar reduced",
    "without sugar", "cold pressed", "french style", "good quality", "heat and eat", "off the bone", "oven roasted",
    "ready rolled", "ready to eat", "ready to use", "reduced salt", "stone ground", "store bought", "asian style",
    "extra large", "family pack", "family size", "free of fat", "hand cooked", "hand picked", "line caught",
    "on the bone", "on the vine", "reduced fat", "shop bought", "slow cooked", "stone baked", "sushi grade",
    "thumb sized", "bite sized", "deep fried", "free range", "hand dived", "less sugar", "low sodium", "middle cut",
    "mixed size", "multi pack", "new recipe", "new season", "part baked", "plus extra", "quick cook", "ready made",
    "sugar free", "value pack", "wafer thin", "wood fired", "zero sugar", "cage free", "dry cured", "easy cook",
    "grass fed", "just ripe", "left over", "less salt", "low sugar", "pin boned", "salt free", "thick cut",
    "corn fed", "fat free", "full fat", "half fat", "less fat", "low salt", "no drain", "no sugar", "thin cut",
    "to serve", "to taste", "bone in", "class 1", "class 2", "low fat", "pack of", "skin on", "tail on", "bag of",
)  # fmt: skip

# What follows one of these tells what the food is for, or how much of it, and makes no other food of it.
PURPOSE = words("""
    as at depending each for if including like per plus preferably see such then to until using
""")
# What follows one of these may make another dish: "yogurt with honey".
ADDITION = words("but from in into not on that which with without")
# What may follow them without doing so: "tomatoes in their juice".
HARMLESS = words("""
    bone brine extra fat flower giblet green head husk juice leaf light liquid natural oil olive own peel pit pocket
    pod pulp rind root salt sauce seed shell skin spring stem stone sugar sunflower syrup tail top vegetable virgin
    water
""")

# Of bacon and its like, what elsewhere makes another food: "smoked salmon".
SORTS_OF = {
    word: frozenset(foods.split("|"))
    for word, foods in {
        "smoked": "bacon|ham|gammon|sausage|paprika|pancetta|frankfurter",
        "unsmoked": "bacon|ham|gammon",
        "back": "bacon",
        "streaky": "bacon",
        "dry": "bacon|ham",
        "cured": "bacon|ham|chorizo|salami",
        "rindless": "bacon",
        "honey": "ham",
        "braising": "beef|steak|lamb|pork",
        "casserole": "beef|lamb|chicken",
        "rump": "beef|steak",
        "shoulder": "pork|lamb|beef",
        "leg": "lamb|pork",
        "roasting": "beef|lamb|pork|chicken|potato",
        "frying": "steak|chorizo",
        "cooking": "chorizo|bacon",
        "baking": "potato",
        "salad": "potato|tomato|cucumber|onion|spring onion",
        "sparkling": "apple juice|white wine|rose wine",
        "instant": "polenta|yeast|couscous",
        "dried": "pasta|spaghetti|tagliatelle|egg noodles|rice noodles|ramen noodles|udon noodles|soba noodles"
        "|glass noodles|wholewheat pasta|gluten-free pasta|lasagne sheets|red lentils|split peas|dried seaweed",
        "filter": "coffee",
        "decaf": "coffee|tea|instant coffee|coffee pods",
        "decaffeinated": "coffee|tea|green tea|instant coffee|coffee pods",
        "lactose": "yogurt|cheese",
    }.items()
}
# What is made with a taste of the aisles beside it: "mango smoothie", "hazelnut yogurt".
TASTED = {
    "smoothie": ("smoothie", ("fruit", "vegetables")),
    "yogurt": ("fruit yogurt", ("fruit", "nuts", "sweets")),
    "jam": ("jam", ("fruit",)),
    "conserve": ("jam", ("fruit",)),
    "sorbet": ("sorbet", ("fruit",)),
    "squash": ("squash drink", ("fruit",)),
    "cordial": ("squash drink", ("fruit", "herbs")),
    "tea": ("herbal tea", ("fruit", "herbs", "spices")),
    "juice": ("fruit juice", ("fruit",)),
}
# What is named beside a brand of one food may be but its taste, if it is of these aisles.
TASTES = words("fruit vegetables herbs spices nuts breakfast sweets baking cheese oils dairy meat fish")
# Shops sell these under the same brands.
NO_FOOD = words("""
    air battery bin bleach brush bulb candle cat charger cleaner cleaning conditioner cosmetic cotton deodorant
    detergent diaper dishwasher dog film foil freshener gel kitten laundry liner litter lotion nappy napkin pet polish
    puppy scrubber shampoo soap sponge sunscreen tablet tissue toilet toothbrush toothpaste towel toy wipe
""")
# Made of words that say nothing of a food, and of a food.
NO_FOOD_NAMES = frozenset({
    "baby oil", "baby powder", "butter wrapper", "cake stand", "cooking pot", "jam jar", "lunch bag",
    "pepper grinder", "pepper mill", "salt and pepper mill", "salt crystal lamp", "salt mill", "sandwich bag",
    "tea bag holder", "tea cup", "wine cork",
})  # fmt: skip
# At the end of a name they are what food is put into: an egg cup, a cake tin, a wine glass.
VESSELS = words("""
    board bowl cooker cup cutter dish fork glass holder knife lamp machine maker mould mug opener pan plate rack
    rest ring scoop shaker slicer spoon stand tin towel tray whisk
""")
# A tin is one only of these: elsewhere it is tinned.
BAKED_IN = words("baking bread bun cake flan loaf muffin pie roasting tart")


# As tills shorten them.
SHORT = {
    "asprgs": "asparagus", "avo": "avocado", "avos": "avocado", "bby": "baby", "bcn": "bacon", "bcon": "bacon",
    "bf": "beef", "bisc": "biscuit", "bkd": "baked", "bkn": "bacon", "blk": "black", "blueb": "blueberry",
    "bnls": "boneless", "bnlss": "boneless", "bnna": "banana", "bns": "bean", "brd": "bread", "brit": "british",
    "broc": "broccoli", "brst": "breast", "btr": "butter", "bttr": "butter", "capp": "cappuccino",
    "cauli": "cauliflower", "caulif": "cauliflower", "cff": "coffee", "chckn": "chicken", "ched": "cheddar",
    "chix": "chicken", "chk": "chicken", "chkn": "chicken", "chml": "chamomile", "chnk": "chunk",
    "choc": "chocolate", "chp": "chopped", "chpd": "chopped", "chrry": "cherry", "chry": "cherry", "chs": "cheese",
    "chse": "cheese", "clem": "clementine", "cn": "tin", "crm": "cream", "crms": "cream", "crrt": "carrot",
    "crrts": "carrot", "crsp": "crisps", "cuc": "cucumber", "cucs": "cucumber", "cyder": "cider", "dbl": "double",
    "dig": "digestive", "drk": "dark", "drmstck": "drumstick", "drmstk": "drumstick", "fil": "fillet",
    "filt": "fillet", "fllt": "fillet", "flr": "flour", "flt": "fillet", "fr": "fresh", "frange": "free range",
    "frsh": "fresh", "frt": "fruit", "frz": "frozen", "frzn": "frozen", "gnd": "ground", "gr8": "great",
    "grk": "greek", "grn": "green", "grnd": "ground", "grp": "grape", "hddck": "haddock", "inst": "instant",
    "instnt": "instant", "jce": "juice", "kdny": "kidney", "lg": "large", "lge": "large", "lmb": "lamb",
    "lmn": "lemon", "lrg": "large", "ltce": "lettuce", "lttc": "lettuce", "marg": "margarine", "mayo": "mayonnaise",
    "med": "medium", "mince bf": "minced beef", "mlk": "milk", "mnc": "mince", "mncd": "minced", "mnce": "mince",
    "mngo": "mango", "mozz": "mozzarella", "mshrm": "mushroom", "mush": "mushroom", "mushie": "mushroom",
    "nat": "natural", "ndl": "noodle", "ndle": "noodle", "noodl": "noodle", "ntrl": "natural", "onin": "onion",
    "org": "organic", "orng": "orange", "pb": "peanut butter", "pepr": "pepper", "pln": "plain",
    "pnapple": "pineapple", "pnt": "peanut", "pppr": "pepper", "ppr": "pepper", "prk": "pork", "prwn": "prawn",
    "ptato": "potato", "pto": "potato", "ptt": "potato", "qtr": "quarter", "rasp": "raspberry", "rng": "",
    "rnge": "", "rst": "roast", "sag": "sausage", "saus": "sausage", "sausg": "sausage", "sgr": "sugar",
    "sk": "skimmed", "skimd": "skimmed", "skm": "skimmed", "skmd": "skimmed", "skmmd": "skimmed",
    "sknls": "skinless", "sknlss": "skinless", "slc": "sliced", "slcd": "sliced", "sld": "salad", "slmn": "salmon",
    "sltd": "salted", "smkd": "smoked", "sml": "small", "spag": "spaghetti", "spin": "spinach", "spr": "spring",
    "sprng": "spring", "spud": "potato", "ssg": "sausage", "sslmn": "salmon", "stk": "steak", "strng": "strong",
    "strw": "strawberry", "strwb": "strawberry", "strwbry": "strawberry", "strwbs": "strawberry", "swt": "sweet",
    "swtcorn": "sweetcorn", "swtcrn": "sweetcorn", "thgh": "thigh", "tky": "turkey", "tom": "tomato",
    "toms": "tomato", "trky": "turkey", "unslt": "unsalted", "unsltd": "unsalted", "vanil": "vanilla",
    "vngr": "vinegar", "wg": "whole grain", "whl": "whole", "whlemeal": "wholemeal", "whlmeal": "wholemeal",
    "whlml": "wholemeal", "wholeml": "wholemeal", "wht": "white", "wlml": "wholemeal", "wtr": "water",
    "ww": "whole wheat", "yght": "yogurt", "ygt": "yogurt", "yllw": "yellow", "ylw": "yellow", "yog": "yogurt",
    "yogs": "yogurt", "yogt": "yogurt", "zuke": "zucchini",
}  # fmt: skip
SPELLINGS = {name_key(word): meant for word, meant in SHORT.items()} | {
    "skim": "skimmed", "tumric": "turmeric", "vinegarette": "vinaigrette", "chix": "chicken", "spuds": "potato",
    "bleu": "blue", "halumi": "halloumi", "leafed": "leaf",
    "barbeque": "barbecue", "bbq": "barbecue", "brocolli": "broccoli", "bulghur": "bulgur", "can": "tin",
    "canned": "tinned", "catsup": "ketchup", "chile": "chilli", "chili": "chilli", "chilly": "chilli",
    "chily": "chilli", "choc": "chocolate", "colouring": "coloring", "confectioner": "icing", "doughnut": "donut",
    "evoo": "extra virgin olive oil", "expresso": "espresso", "fettuccini": "fettuccine", "fettucine": "fettuccine",
    "fibre": "fiber", "fillo": "filo", "flatleaf": "flat leaf", "flavour": "flavor", "flavoured": "flavored",
    "gelatin": "gelatine", "haloumi": "halloumi", "hommus": "hummus", "houmous": "hummus", "humus": "hummus",
    "lasagna": "lasagne", "linguini": "linguine", "mayo": "mayonnaise", "mozarella": "mozzarella",
    "omelet": "omelette", "panir": "paneer", "parmesean": "parmesan", "parmezan": "parmesan", "phyllo": "filo",
    "portabella": "portobello", "portabello": "portobello", "potatoe": "potato", "savoury": "savory",
    "selfraising": "self raising", "semiskimmed": "semi skimmed", "semisweet": "semi sweet", "shitake": "shiitake",
    "siracha": "sriracha", "sundried": "sun dried", "szechuan": "sichuan", "szechwan": "sichuan",
    "tomatoe": "tomato", "tumeric": "turmeric", "veg": "vegetable", "veggie": "vegetarian", "vinager": "vinegar",
    "wholegrain": "whole grain", "wholewheat": "wholemeal", "worcestshire": "worcestershire",
    "worchestershire": "worcestershire", "yoghourt": "yogurt", "yoghurt": "yogurt", "yogourt": "yogurt",
}  # fmt: skip
