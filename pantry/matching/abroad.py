"""Names in German, Polish, French and Spanish, with what is said of them beside."""

from pantry.catalogue import FoodFacts
from pantry.matching.index import foreign, key_of, names

# Said of a food, and it stays that food; what changes it (dried, smoked, ground) is in a name of its own.
WORDS = """
    frisch frische frischer frisches frischen klein kleine kleiner kleinen groß große großer großen mittelgroße reif
    reife weich weiche weicher lauwarm lauwarme warm warme warmes kalt kalte kaltes gehackt gehackte gehackter
    gerieben geriebene geriebener gewürfelt gewürfelte geschält geschälte fein feine feiner grob grobe ganze ganzer
    dicke dünne etwas festkochend festkochende mehlig mehligkochende bio TK halbiert trocken trockener gekocht
    gekochte ungesalzen ungesalzene frais fraîche fraîches haché hachée hachés hachées petit petite petits petites
    gros grosse grosses grand grande grands grandes moyen moyenne moyens moyennes mûr mûre mûrs mûres beau beaux
    belle belles entier entière cuit cuite cuits cuites cru crue râpé râpée émincé émincée émincés épais épaisse
    pelé pelée pelés pelées surgelé surgelée surgelés du moulin filets filet pavés fresco fresca frescos frescas
    picado picada picados picadas rallado rallada maduro madura maduros maduras pequeño pequeña pequeños mediano
    mediana medianos medianas cocido cocida cocidos cocidas pelado pelada pelados peladas entero entera enteros
    natural tierno tierna hermoso buen świeży świeża świeże świeżego świeżej świeżych duży duża duże dużego dużej
    dużych mały mała małe małego małej małych średni średnia średnie średniego średniej średnich posiekany posiekana
    posiekane posiekanej posiekanego posiekanych drobno miękki miękkie miękkiego pojedyncza pojedynczej starty
    starta startego startej surowy surowa surowego dojrzały dojrzałe dojrzałych ugotowany ugotowane ugotowanego
    ugotowanych obrany obrane obranych mrożony mrożone mrożonych krojony krojona krojone krojonych wiejskich
    désossée désossé
"""
NEEDLESS = frozenset(key_of(word) for word in WORDS.split())
LINKS = frozenset(["de", "d", "von", "z", "la", "le", "el"])


def abroad(text: str) -> FoodFacts | None:
    """The food that a name means in one of these languages, without needless words."""
    known = foreign()
    key = key_of(text)
    if food := known.get(key):
        return food
    words = key.split()
    kept = [word for word in words if word not in NEEDLESS]
    while kept and kept[0] in LINKS and len(kept) < len(words):
        kept = kept[1:]
    rest = " ".join(kept)
    return (known.get(rest) or names().get(rest)) if len(kept) < len(words) else None
