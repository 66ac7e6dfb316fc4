"""Words of dates: English, German, Polish, French and Spanish."""

MONTHS: dict[int, str] = {
    1: "jan january januar jänner stycznia styczeń sty janvier janv enero ene",
    2: "feb february februar lutego luty lut février févr febrero",
    3: "mar march märz marca marzec mars marzo",
    4: "apr april kwietnia kwiecień kwi avril avr abril abr",
    5: "may mai maja maj de_mayo",
    6: "jun june juni czerwca czerwiec cze juin junio",
    7: "jul july juli lipca lipiec lip juillet juil julio",
    8: "aug august sierpnia sierpień sie août aout agosto ago",
    9: "sep sept september września wrzesień wrz septembre septiembre",
    10: "oct october okt oktober października październik paź octobre octubre",
    11: "nov november listopada listopad lis novembre noviembre",
    12: "dec december dez dezember grudnia grudzień gru décembre déc diciembre dic",
}
# Monday is 0. Short forms that are words of their own ("sun", "sat", "mon") are read at the end only, as all are.
WEEKDAYS: dict[int, str] = {
    0: "monday mon montag poniedziałek lundi lunes",
    1: "tuesday tue tues dienstag wtorek mardi martes",
    2: "wednesday wed mittwoch środa środę mercredi miércoles",
    3: "thursday thu thur thurs donnerstag czwartek jeudi jueves",
    4: "friday fri freitag piątek vendredi viernes",
    5: "saturday sat samstag sonnabend sobota sobotę samedi sábado",
    6: "sunday sun sonntag niedziela niedzielę dimanche domingo",
}
# Days from today; those of several words first.
NEAR: dict[int, str] = {
    2: "day_after_tomorrow the_day_after_tomorrow übermorgen pojutrze après-demain pasado_mañana",
    0: "today tonight heute dziś dzisiaj aujourd'hui aujourd’hui hoy",
    1: "tomorrow tmrw morgen jutro demain mañana",
    14: "in_a_fortnight a_fortnight in_zwei_wochen za_dwa_tygodnie dans_quinze_jours",
    7: "next_week nächste_woche in_einer_woche za_tydzień la_semaine_prochaine la_próxima_semana",
}
# How many days a unit of time has; a month and a year are counted by the calendar.
SPANS: dict[str, str] = {
    "day": "day days d tag tage tagen dzień dni jour jours día días dia dias",
    "week": "week weeks wk wks w woche wochen tydzień tygodnie tygodni semaine semaines semana semanas",
    "month": "month months mth mths monat monate monaten miesiąc miesiące miesięcy mois mes meses",
    "year": "year years yr yrs jahr jahre jahren rok lata lat an ans année années año años",
}
IN = "in za dans en within noch"
NEXT = "next nächsten nächster nächste nächstes następny następna następną prochain prochaine próximo próxima"
USE_BY = (
    "use_by use-by used_by useby ub exp exp_date expires expiry expiry_date expiring expire expires_on eat_by dlc "
    "good_for_until zu_verbrauchen_bis verbrauchen_bis verbraucht_bis verbrauchsdatum verbrauch_bis läuft_ab "
    "läuft_ab_am abgelaufen_am ablaufdatum należy_spożyć_do spożyć_do zużyć_do termin termin_ważności "
    "termin_przydatności data_ważności ważne_do ważny_do ważność à_consommer_jusqu'au à_consommer_jusqu’au "
    "à_consommer_avant date_limite périme_le expire_le caduca caduca_el caducidad cad cad. vence "
    "fecha_de_caducidad consumir_antes_del"
)
BEST_BEFORE = (
    "best_before best-before best_before_end best_by best-by bb bbe bbd b.b. b.b.e. bb4 sell_by best mhd "
    "mindesthaltbarkeitsdatum mindestens_haltbar_bis mind._haltbar_bis haltbar_bis mindestens_haltbar "
    "najlepiej_spożyć_przed najlepiej_spożyć_przed_końcem najlepiej_spożyć_do ddm dluo "
    "à_consommer_de_préférence_avant à_consommer_de_préférence_avant_le de_préférence_avant "
    "consumir_preferentemente_antes_de consumir_preferentemente_antes_del cons._pref. consumo_preferente "
    "consumir_antes_de consumir_antes consumir_preferentemente preferentemente"
)
# Words that lead to a date without saying of which kind it is.
LEADING = (
    "on by until till til this at before bis am do le el del dem hasta jusqu'au jusqu’au good_until keeps_until end "
    "przed końcem avant fin"
)
