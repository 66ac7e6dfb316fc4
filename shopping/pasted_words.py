"""Words around a list that people send each other: English, German, Polish, French and Spanish."""

import re


def _any(words: str) -> str:
    """Words between blanks, `_` for a blank inside of them; the longest first."""
    return "|".join(re.escape(one).replace("_", r"\s+") for one in sorted(words.split(), key=len, reverse=True))


# Behind the first ones a name may stand as it is, behind the others only after a comma: "morning rolls" are bought.
HELLO = "hi hello hey hiya dear hallo hallöchen liebe lieber moin servus cześć czesc hej salut coucou chère cher hola"
MORNING = (
    "good_morning good_afternoon good_evening morning evening guten_morgen guten_tag guten_abend witaj dzień_dobry "
    "dobry_wieczór siema bonjour bonsoir buenas buenos_días buenas_tardes querida querido"
)
THANKS = "thanks thank_you thx cheers many_thanks thanks_a_lot danke vielen_dank dzięki dziękuję merci gracias"
GOODBYE = (
    "ty thank_you_so_much love much_love lots_of_love best best_wishes kind_regards regards see_you see_you_later "
    "see_you_soon bye ciao kisses xo xoxo dankeschön danke_dir danke_euch lg vg mfg liebe_grüße viele_grüße "
    "bis_später bis_dann bis_gleich tschüss kuss dziekuje pozdrawiam pozdro buziaki pa na_razie do_zobaczenia "
    "merci_beaucoup bisous bises à_bientôt à_plus à_tout_à_l'heure muchas_gracias besos saludos hasta_luego "
    "hasta_pronto un_beso"
)
LIST = (
    "shopping_list grocery_list groceries shopping to_buy einkaufsliste einkaufszettel einkauf einkaufen "
    "zu_kaufen lista_zakupów lista_zakupow zakupy do_kupienia liste_de_courses liste_des_courses courses à_acheter "
    "lista_de_la_compra lista_de_compras compra para_comprar"
)
FOR = "for from of on für vom am na od pour du de para"
PERSONS = (
    "i i'm i'll i’m i’ll we we're we'll you you're it it's that's there here's here_is this_is let me if when "
    "ich wir du es das hier_ist hier_sind falls wenn ja jestem będę bede my to tu_jest jeśli jak_będziesz je j'ai "
    "nous tu c'est voici si yo estoy aquí está cuando don't_worry no_worries keine_eile"
)
VERBS = (
    "get buy bring grab pick_up fetch add_to_the_list add remember don't_forget don’t_forget do_not_forget "
    "mitbringen kaufen holen besorgen bring kauf hol besorg denk_an vergiss_nicht kup kupić przynieś weź wez "
    "nie_zapomnij_o pamiętaj_o dokup achète acheter apporte prends prendre n'oublie_pas ramène compra comprar "
    "trae traer coge no_olvides"
)
COULD = (
    "can_you could_you would_you will_you can_u could_u kannst_du könntest_du kannst könnt_ihr könnten_sie czy_możesz "
    "możesz mógłbyś mogłabyś czy_mógłbyś czy_mogłabyś peux-tu tu_peux pourrais-tu tu_pourrais puedes podrías ¿puedes "
    "¿podrías"
)
NEED = (
    "we_need i_need we're_out_of we_are_out_of we_still_need we_also_need wir_brauchen wir_brauchen_noch "
    "ich_brauche es_fehlt es_fehlen uns_fehlt potrzebujemy potrzebuję brakuje trzeba_kupić musimy_kupić il_faut "
    "il_nous_faut on_a_besoin_de nous_avons_besoin_de necesitamos necesito hace_falta hacen_falta nos_falta"
)
SOFT = (
    "please pls plz kindly also still maybe some the bitte noch mal eben vielleicht proszę prosze też jeszcze może "
    "stp svp s'il_te_plaît s'il_vous_plaît aussi encore por_favor porfa también quizás me us uns mir nous mi nos"
)
ENDS = (
    "please pls plz thanks thank_you thx bitte danke proszę prosze dzięki dziękuję stp svp s'il_te_plaît "
    "s'il_te_plait s'il_vous_plaît merci por_favor porfa gracias"
)
TAILS = "mitbringen mit kaufen holen besorgen einkaufen from_the_shop from_the_store vom_einkaufen ze_sklepu"

END = r"(?=[\s,.:;!?]|$)"
REST = r"[\s,.!?:;)*\U0001F300-\U0001FAFF\u2600-\u27BF❤\ufe0fx-]*"
NAME = r"(?:\s+[^\W\d_][\w'’-]*){1,3}"
CALLED = rf"(?:{NAME}|,{NAME})?"

GREETING = re.compile(
    rf"(?:(?:{_any(HELLO)}){END}{CALLED}|(?:{_any(MORNING)}){END}(?:,{NAME}|{NAME}[,!])?)[,.!:;]?{REST}", re.IGNORECASE
)
CLOSING = re.compile(
    rf"(?:(?:{_any(THANKS)}){END}{CALLED}|(?:{_any(GOODBYE)}){END}(?:,{NAME})?|x{{1,5}}){REST}", re.IGNORECASE
)
HEADING = re.compile(
    rf"(?:(?:the|my|our|die|der|la|el)\s+)?(?:{_any(LIST)})(?:\s+(?:{_any(FOR)})\s+[^:]{{1,40}})?\s*:?{REST}",
    re.IGNORECASE,
)
SAYING = re.compile(rf"(?:{_any(PERSONS)}){END}", re.IGNORECASE)
REQUEST = (
    rf"(?:(?:{_any(SOFT)})\s+)*(?:(?:(?:{_any(COULD)})\s+(?:(?:{_any(SOFT)})\s+)*(?:(?:{_any(VERBS)})[\s:]+)?)"
    rf"|(?:(?:{_any(NEED)}|{_any(VERBS)})[\s:]+))(?:(?:{_any(SOFT)})\s+)*"
)
ASKING = re.compile(rf"(?:(?:{_any(HELLO)}|{_any(MORNING)}){END}(?:{NAME})??[,!.:]*\s+)?{REQUEST}", re.IGNORECASE)
ARTICLE = re.compile(
    r"^(?:(?:the|some|du|de la|des|un|une|ein|eine|einen|unos|unas|el|la|los|las)\s+|de l['’])", re.IGNORECASE
)
PLEASE = re.compile(rf"(?:[\s,]+(?:{_any(ENDS)}|{_any(TAILS)}))+[\s.!?]*$", re.IGNORECASE)
