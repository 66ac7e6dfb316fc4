"""Names in German, Polish, French and Spanish, with what is said of them beside."""

import re

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
    désossée désossé geraspelt geraspelte geraspelter geraspelten leicht erwärmt erwärmte mild milde milder milden
    halbierte entsteint entsteinte abgetropft abgetropfte getoastet geröstet geröstete bunte bunter gemischte
    gemischter heiße heißes heißer rohe roher süße fettarme fettarmer gute guter dulce dulces caliente virgen blanc
    blanche secs demi moulu moulue molido molida doux douce chaud chaude froid froide bien égoutté égouttés rincé
    rincés épluché épluchés épluchée coupé coupée coupés coupées mielony mielona mielonej mielonego świeżo ciepłej
    ciepłego zimnej zimnego drobnego grubego łuskane łuskanych suche suchych białego jasnego
"""
NEEDLESS = frozenset(key_of(word) for word in WORDS.split())
LINKS = frozenset(["de", "d", "von", "z", "la", "le", "el"])


# "Butter oder Margarine", "Rucola/Rauke": the first is taken.
OR = re.compile(r"\s+(?:oder|bzw\.?|ou|o|lub|albo)\s+|/")
# "Salbeiblätter", "Thymianzweige"
PLUCKED = re.compile(r"(?:en)?(?:blatter|blatt|zweige|zweiglein|zweig|stangel|stiele)$")


def abroad(text: str) -> FoodFacts | None:
    """The food that a name means in one of these languages, without needless words."""
    if food := foreign().get(key_of(text)):
        return food
    between = OR.search(text)
    key = key_of(text[: between.start()] if between else text)
    if between and (food := foreign().get(key) or (names().get(key) if between[0] != "/" else None)):
        return food
    words = key.split()
    kept = [word for word in words if word not in NEEDLESS]
    while kept and kept[0] in LINKS and len(kept) < len(words):
        kept = kept[1:]
    rest = " ".join(kept)
    if len(kept) < len(words) and (food := foreign().get(rest) or names().get(rest)):
        return food
    plucked = PLUCKED.sub("", rest)
    return foreign().get(plucked) if plucked != rest else None
