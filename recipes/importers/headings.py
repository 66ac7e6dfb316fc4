"""The words above the parts of a recipe, in the languages of its pages."""

import re
from functools import cache

INGREDIENTS = """
ingredients|ingredient list|what you need|what youll need|you will need|youll need|shopping list|for the recipe
zutaten|zutatenliste|das brauchst du|das brauchen sie|ihr braucht|man nehme|einkaufsliste
ingrédients|les ingrédients|liste des ingrédients|il vous faut|ingredientes|lista de ingredientes|ingredienti|gli ingredienti
ingrediënten|ingredienten|ingrediëntenlijst|ingredientenlijst|benodigdheden|wat heb je nodig|dit heb je nodig|boodschappen|ingredienser|du skal bruge|det skal du bruge|ingredienserne
dette trenger du|det här behöver du|du behöver|ainekset|ainesosat|raaka aineet|tarvitset|składniki|lista składników|potrzebne składniki
ingredience|suroviny|co budete potřebovat|suroviny na|budeme potrebovat|prísady|ingrediencie|hozzávalók|alapanyagok|sastojci|sestavine|состав|ингредиенты
ингредиенти|съставки|продукты|продукти|інгредієнти|ingrediente|malzemeler|içindekiler|υλικά|συστατικά|ingredients necessaris|koostisosad|koostis|ingredientai
produktai|sastāvdaļas|innihald|hráefni|bahan|bahan bahan|nguyên liệu|材料|食材|用料|재료|المكونات|المقادير|מצרכים|מרכיבים|مواد لازم|सामग्री|ส่วนผสม
"""
STEPS = """
instructions|directions|method|preparation|steps|procedure|how to make it|how to make|how to cook|to make|to prepare|cooking instructions|preparation method|cooking method
preparation steps|preparation instructions|what to do|lets cook|recipe instructions|recipe method|cooking directions|instruction
zubereitung|anleitung|so gehts|so wirds gemacht|und so wirds gemacht|arbeitsschritte|schritte|zubereitungsschritte|kochanleitung|zubereiten
préparation|la préparation|étapes|étapes de préparation|instructions|réalisation|recette|déroulement|préparation de la recette|marche à suivre
preparación|elaboración|pasos|instrucciones|procedimiento|modo de preparación|cómo hacer|paso a paso|cómo se hace|preparazione|procedimento|come si prepara|istruzioni|come preparare|esecuzione
bereiding|bereidingswijze|werkwijze|zo maak je het|aan de slag|instructies|stappen|fremgangsmåde|sådan gør du|tilberedning|fremgangsmåte|slik gjør du|gör så här|tillagning|instruktioner|framkost
valmistusohje|valmistus|ohje|tee näin|työvaiheet|przygotowanie|sposób przygotowania|wykonanie|sposób wykonania|jak zrobić|krok po kroku|instrukcje|przygotowanie krok po kroku
postup|příprava|postup přípravy|jak na to|príprava|postup prípravy|elkészítés|elkészítése|elkészítés menete|így készül|elkészítési útmutató
priprema|postupak|način pripreme|priprava|приготовление|способ приготовления|пошаговый рецепт|как приготовить|рецепт приготовления|приготування|спосіб приготування|приготвяне|начин на приготвяне
mod de preparare|preparare|mod preparare|hazırlanışı|yapılışı|tarifi|nasıl yapılır|εκτέλεση|οδηγίες|παρασκευή|διαδικασία|preparació|elaboració
valmistamine|valmistusviis|gaminimas|paruošimas|pagatavošana|aðferð|leiðbeiningar|cara membuat|cara memasak|langkah langkah|cách làm|cách nấu|modo de preparo|modo de fazer|preparo|preparação|modo de preparação|confecção|passo a passo
作り方|つくり方|手順|做法|步骤|制作步骤|調理方法|만드는 법|조리법|만들기|طريقة التحضير|طريقة العمل|אופן ההכנה|הכנה|طرز تهیه|विधि|วิธีทำ
"""
ENDS = """
notes|recipe notes|note|tips|tip|cooks notes|chefs tip|tips and tricks|variations|nutrition|nutrition facts|nutritional information|nutrition information|nutritional info|comments|leave a comment|leave a reply
reviews|ratings|rate this recipe|related recipes|you may also like|you might also like|more recipes|similar recipes|related|share|share this|tags|categories|about|about the author|storage|equipment|did you make this recipe
video|faq|subscribe|newsletter|post a comment|recent posts|popular posts|print|save|follow us|advertisement|serving suggestions|recipe video|recommended|photos|see also|filed under|submit a comment|join the conversation
notizen|tipps|hinweise|hinweis|nährwerte|nährwertangaben|kommentare|bewertungen|ähnliche rezepte|weitere rezepte|das könnte dich auch interessieren|das könnte sie auch interessieren|schlagworte|kommentar schreiben|mehr rezepte|rezepthinweise|utensilien|zubehör|mehr zum thema
astuces|conseils|commentaires|recettes similaires|valeurs nutritionnelles|vous aimerez aussi|notas|consejos|trucos|comentarios|recetas relacionadas|información nutricional|valoraciones|comentários|receitas relacionadas|dicas|informação nutricional|dica
consigli|commenti|note|ricette correlate|valori nutrizionali|opmerkingen|reacties|meer recepten|voedingswaarden|voedingswaarde|lees ook|kommentarer|næringsindhold|næringsinnhold|relaterede opskrifter|näringsvärde|relaterade recept|flere opskrifter|fler recept|ravintosisältö|kommentit
uwagi|wskazówki|komentarze|podobne przepisy|wartości odżywcze|porady|poznámky|tipy|komentáře|podobné recepty|nutriční hodnoty|megjegyzések|hozzászólások|tápérték|hasonló receptek|komentari|slični recepti|savjet|napomena|комментарии|похожие рецепты|советы|примечания
"""
FACTS = """
prep time|preparation time|cook time|cooking time|total time|ready in|serves|servings|yield|yields|makes|portions|difficulty|level|course|cuisine|category|calories|author|source|keyword|keywords
zubereitungszeit|arbeitszeit|vorbereitungszeit|kochzeit|backzeit|gesamtzeit|ruhezeit|koch backzeit|portionen|personen|schwierigkeit|schwierigkeitsgrad|kalorien|kategorie|quelle
temps de préparation|temps de cuisson|temps total|difficulté|tiempo de preparación|tiempo de cocción|raciones|porciones|tempo di preparazione|porzioni|bereidingstijd|personer|porcje|czas przygotowania
"""
STEPS_BEGIN = (
    "how to make", "how to cook", "how to prepare", "how to bake", "making the", "so geht", "so machst du", "comment faire",
    "comment préparer", "cómo hacer", "cómo preparar", "come fare", "come preparare", "hoe maak je", "sådan laver", "como fazer",
    "jak zrobić", "jak připravit", "etapa de preparação", "etapas de preparação", "modo de", "sposób",
)  # fmt: skip
END_WORDS = set(
    "tips tip tools equipment utensils nutrition nutritional substitutions variations storage faq comments related notes "
    "share print review reviews ratings rating allergens allergener udstyr utrustning accessories acessórios utensilien zubehör "
    "nährwerte kommentare bewertungen newsletter reacties commentaires commenti comentarios comentários dicas cards".split()
)
NUMBERED = re.compile(r"\(.*?\)|\[.*?\]|[^\W\d_]*\d.*$")
STEP = re.compile(r"(?:step|schritt|étape|etape|paso|passo|krok|stap|trin|steg|fase)\s*\d+\W*", re.IGNORECASE)
NOT_LETTERS = re.compile(r"[^\w]+|_")
LONGEST = 70
# What may stand after the word: "Zutaten für 4 Personen", "Ingredients for the cake", "Ingredients (serves 4)".
FOLLOWING = {
    "for",
    "für",
    "pour",
    "para",
    "per",
    "voor",
    "til",
    "til",
    "på",
    "na",
    "pro",
    "pre",
    "za",
    "для",
    "serves",
    "x",
    "4",
    "a",
}


@cache
def _known(which: str) -> frozenset[str]:
    told = {"ingredients": INGREDIENTS, "steps": STEPS, "end": ENDS, "facts": FACTS}[which]
    return frozenset(NOT_LETTERS.sub(" ", word).strip() for word in told.replace("\n", "|").split("|") if word)


def kind(text: str, *, prominent: bool = False) -> str:
    """ "ingredients", "steps", "end", "facts" for a line that is such a heading, or nothing. Of what stands out as
    a heading already, the beginning or a single word is enough.
    """
    if not text or len(text) > LONGEST:
        return ""
    whole = NOT_LETTERS.sub(" ", text.replace("'", "").replace("’", "").casefold()).strip()
    bare = NOT_LETTERS.sub(" ", NUMBERED.sub("", text.replace("'", "").replace("’", "")).casefold()).strip()
    for which in ("ingredients", "steps", "end", "facts"):
        if bare in _known(which) or whole in _known(which):
            return which
    first, _space, after = bare.partition(" ")
    if after.partition(" ")[0] in FOLLOWING:
        for which in ("ingredients", "steps"):
            if first in _known(which):
                return which
    return _by_a_word(whole) if prominent else ""


def subject(text: str) -> str:
    """What the ingredients or steps are of: "sauce" of "Ingredients for the sauce"."""
    words = text.strip(" :").split()
    after = next((at for at, word in enumerate(words) if word.casefold() in FOLLOWING), len(words))
    rest = " ".join(words[after + 1 :])
    return "" if re.search(r"\d", rest) else rest


def _by_a_word(whole: str) -> str:
    words = set(whole.split())
    if STEP.match(whole):
        return ""
    if whole.startswith(STEPS_BEGIN):
        return "steps"
    if words & {"ingredients", "zutaten", "ingrédients", "ingredientes", "ingredienti", "ingrediënten"}:
        return "ingredients"
    if words & END_WORDS:
        return "end"
    return "steps" if words & {"instructions", "directions", "zubereitung", "anleitung", "steps"} else ""
