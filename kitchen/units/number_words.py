"""Numbers in words: English, German, Polish, French, Spanish; the forms that stand before things one eats."""

WHOLE: dict[str, str] = {
    "1": "a an one ein eine einen einer eines eins jeden jedna jedno jedną un une uno una jednej jednego",
    "2": "two zwei dwa dwie dwóch deux dos",
    "3": "three drei trzy trzech trois tres",
    "4": "four vier cztery quatre cuatro",
    "5": "five fünf pięć cinq cinco",
    "6": "six sechs sześć seis",
    "7": "seven sieben siedem sept siete",
    "8": "eight acht osiem huit ocho",
    "9": "nine neun dziewięć neuf nueve",
    "10": "ten zehn dziesięć dix diez",
    "11": "eleven elf jedenaście onze once",
    "12": "twelve zwölf dwanaście douze doce",
    "15": "fifteen fünfzehn piętnaście quinze quince",
    "20": "twenty zwanzig dwadzieścia vingt veinte",
    "24": "twenty-four",
    "30": "thirty dreißig trzydzieści trente treinta",
    "100": "hundred hundert sto cent cien",
}
PARTS: dict[str, str] = {
    "0.5": "half halb halbe halber halbes halben pół demi demie medio media połowy połówki",
    "0.25": "quarter viertel ćwierć quart cuarto",
    "1.5": "anderthalb eineinhalb półtora półtorej",
}
# Of how many single things a word speaks when an article stands before it.
GROUPS: dict[str, str] = {"12": "dozen dutzend tuzin douzaine docena", "2": "couple"}
ARTICLES = frozenset(["a", "an", "ein", "eine", "einen", "einer", "eines", "un", "une", "una", "the"])
