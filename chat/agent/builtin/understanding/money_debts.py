"""How people say who owes whom, who lent what, and who has paid it back."""

import re
from decimal import Decimal

from chat.agent.builtin.understanding.money_words import AMOUNT, ONE, WHO, is_everybody, names, plain_number
from chat.agent.builtin.understanding.pattern import Pattern, Slots, pattern

HAS = r"(?:'ve| has| have)? (?:just |already )*"
FOR_WHAT = r"(?:,? (?:for|from) (?:the |a |some )?(?P<title>.+))?"
PAYING = r"(?:paid|payed|spent|laid out|shelled out|covered|picked up|put down|forked out|advanced|fronted)"
GAVE = r"(?:paid|payed|gave|given|sent|transferred|wired|returned|repaid|handed|reimbursed)"
PERSON = r"(?:me|myself|him|her|them|(?-i:[A-Z][\w-]+))"
NOTED = r"(?:(?:note|record|write down|remember)(?: down)?(?: that)? )?"


def expression(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


OWED = (
    expression(
        NOTED,
        rf"(?P<debtor>{WHO})(?: still)? (?:owes?|must pay|has to pay) (?P<creditor>{ONE})(?: another| about)? ",
        rf"(?P<amount>{AMOUNT})(?P<each> each)?{FOR_WHAT}",
    ),
    expression(
        rf"(?P<creditor>{ONE}){HAS}(?:lent|loaned|advanced|fronted|spotted) (?P<debtor>{ONE}) ",
        rf"(?P<amount>{AMOUNT}){FOR_WHAT}",
    ),
    expression(rf"(?P<debtor>{ONE}){HAS}borrowed (?P<amount>{AMOUNT}) (?:from|off) (?P<creditor>{ONE}){FOR_WHAT}"),
    expression(
        rf"(?P<creditor>{ONE}){HAS}{PAYING} (?P<amount>{AMOUNT}) for (?P<debtor>me|(?-i:[A-Z][\w-]+))(?: alone)?"
    ),
)
GIVEN = (
    expression(
        rf"{NOTED}(?P<payer>{ONE}){HAS}{GAVE}(?: back)? (?P<payee>{PERSON})(?: back)?(?: the)?",
        rf"(?: (?P<amount>{AMOUNT}))?",
        r"(?: back)?(?: (?:i|he|she|they|we) owed.*| for .*| today| yesterday| in cash)?",
    ),
    expression(rf"{NOTED}(?P<payer>{ONE}){HAS}{GAVE}(?: back)? (?P<payee>{ONE}) back(?: (?P<amount>{AMOUNT}))?"),
    expression(
        rf"{NOTED}(?P<payer>{ONE}){HAS}{GAVE}(?: back)? (?P<amount>{AMOUNT})(?: back)? to (?P<payee>{ONE})",
        r"(?: today| yesterday| in cash| for .*)?",
    ),
    expression(
        rf"{NOTED}(?P<payee>{ONE}){HAS}(?:got|received|gotten) (?:back )?(?P<amount>{AMOUNT})(?: back)? ",
        rf"from (?P<payer>{ONE})(?: today| yesterday| in cash| for .*)?",
    ),
    expression(
        rf"{NOTED}(?:a |the )?payment(?: of)? (?P<amount>{AMOUNT}) from (?P<payer>{ONE}) to (?P<payee>{ONE})",
    ),
)
# "got 15 from Bob"; "he just sent me everything"; "Bob owes me nothing any more, he paid it all"
SETTLED = (
    expression(
        rf"(?:i(?:'ve| have)? )?(?:just )?(?:got|received|have) (?P<amount>{AMOUNT}) (?:back )?from (?P<payer>{ONE})",
        r"(?: back)?(?: today| yesterday| in cash| by bank| for .*)?",
    ),
    expression(
        rf"(?P<payer>{ONE}){HAS}{GAVE}(?: back)? (?P<payee>{PERSON})(?: back)? (?:everything|it all|all(?: of it)?|"
        r"the (?:money|lot|rest|whole (?:sum|amount|thing)))(?: back)?"
        r"(?: (?:in cash|today|yesterday|now|i owed|he owed.*))*",
    ),
    expression(
        rf"(?P<payer>{ONE}) (?:owes?|does(?:n't| not) owe) (?P<payee>{ONE}) (?:nothing|anything|no money|zero)",
        r"(?: any ?more| now)?[,;.]?(?: (?:because |as |since )?(?:he|she|they|i)(?:'ve| has| have)? .*)?",
    ),
)
ALL_OF_IT = (
    r"(?:everything|it all|all(?: of it)?|it|the (?:money|lot|rest|debts?|balance|whole thing)|(?:his|her|their|my) "
    r"(?:debts?|part|share|balance|tab))"
)
CLEARED = expression(
    rf"(?P<payer>{ONE}){HAS}(?:settled|squared|cleared|paid off|paid up|paid back)(?: up| off| back)?(?: {ALL_OF_IT})?",
    rf"(?: with (?P<payee>{PERSON}))?(?: (?:in cash|today|yesterday|now))?",
)
UP = expression(
    r"(?:(?:settle|square)(?: up| it| everything| (?:my|our|the) (?:debts?|bills?|balance))*|",
    rf"pay(?: back)? (?P<back>{PERSON})(?: back)?|i(?: want to| will|'ll)? pay (?P<pay>{PERSON}) back)",
    rf"(?: with (?P<who>{ONE}))?(?: (?:for )?(?P<amount>{AMOUNT}))?",
)
QUITS = expression(rf"(?P<one>{ONE}) and (?P<other>{ONE}) are (?:quits|even|square|settled)(?: now| up)?")
OWE = r"(?:owe|owed|owing)"
QUESTIONS = (
    (
        r"(?:so )?who (?:still )?(?:owes|has to pay|must pay|should pay)"
        r"(?: (?:who|whom|what|money|how much|to whom|anything|me|us))*"
    ),
    rf"(?:what|how much)(?: money)? (?:do|does|did) [\w-]+ (?:still )?{OWE}(?: [\w-]+)?(?: now| in all| in total)?",
    rf"(?:do|does|is|am) [\w-]+ (?:still )?{OWE}(?: [\w-]+)?(?: anything| money| something)?",
    r"how much (?:has|have|must|should) [\w-]+ (?:to )?pay(?: [\w-]+)?(?: now| in all)?",
    r"(?:what|how much) (?:am i|are we|is [\w-]+) (?:still )?owed(?: .*)?",
    r"(?:am i|are we|is everybody|is everyone|are all) (?:all )?(?:quits|even|square|settled(?: up)?)(?: now)?",
    (
        r"(?:(?:what(?:'s| is)|how(?:'s| is)|show(?: me| us)?|tell me|give me|open) )?(?:the |our |my |all )?"
        r"(?:current )?(?:balances?|debts?|tab|bills?|shared costs|expenses)"
        r"(?: (?:between us|now|look|with [\w-]+|in the household))?"
    ),
    r"(?:so )?who(?:'s| is| are) (?:in debt|in the red|behind|owing)(?: (?:with|to|of) (?:whom|who|me|us))?(?: now)?",
    (rf"(?:are|is) (?:{WHO}) (?:all )?(?:quits|even|square|settled(?: up)?|in debt)(?: (?:now|with (?:{WHO})))*"),
    (
        r"(?:have|has|did|do) (?:i|we|[\w-]+) (?:all )?(?:settled?|squared?|paid|pay)"
        r"(?: (?:up|everything|all|it|back|off|"
        rf"our|my|debts?|bills?))*(?: with (?:{WHO}))?(?: yet)?"
    ),
    r"(?:where|how) do (?:we|i) stand(?: (?:with (?:the )?money|money-?wise|financially|now))?",
)


def debt(found: re.Match[str]) -> Slots:
    """One owes another: a bill that the other paid, for one alone."""
    said = found.groupdict()
    creditor, title = names(said["creditor"])[0], (said.get("title") or "").strip()
    people, total = names(said["debtor"]), plain_number(said["amount"])
    if said.get("each"):
        total = str(len(people) * Decimal(total))
    slots: Slots = {"total": total} | ({} if is_everybody(people) else {"people": people})
    slots |= {} if creditor == "me" else {"paid_by": creditor}
    return slots | ({"title": title[:1].upper() + title[1:]} if title else {})


def settled(found: re.Match[str]) -> Slots:
    said = found.groupdict()
    told = {"payer": names(said["payer"])[0], "payee": names(said.get("payee") or "me")[0]}
    return told | ({"amount": plain_number(said["amount"])} if said.get("amount") else {})


def cleared(found: re.Match[str]) -> Slots:
    """Between two of whom only one was said: with who asks, or which way the money goes the balance says."""
    payer, payee = names(found["payer"])[0], names(found["payee"] or "me")[0]
    return {"payer": payer, "payee": payee} if payer != payee else {}


def payment(found: re.Match[str]) -> Slots | None:
    amount = found["amount"]
    if not amount and not re.search(r"\bback\b|\brepaid\b", found.string, re.IGNORECASE):
        return None
    told = {"payer": names(found["payer"])[0], "payee": names(found["payee"])[0]}
    return told | ({"amount": plain_number(amount)} if amount else {})


def up(found: re.Match[str]) -> Slots:
    who, amount = found["back"] or found["pay"], found["amount"]
    told = {"payer": "me", "payee": names(who)[0]} if who else {"who": names(found["who"])[0]} if found["who"] else {}
    return told | ({"amount": plain_number(amount)} if amount else {})


def quits(found: re.Match[str]) -> Slots | None:
    both = [names(found[one])[0] for one in ("one", "other")]
    others = [one for one in both if one != "me"]
    return {"who": others[0]} if len(others) == 1 else None


def nothing(_found: re.Match[str]) -> Slots:
    return {}


# Would be cut at its "and".
BOTH = Pattern("settle", QUITS, quits)
PATTERNS: tuple[Pattern, ...] = (
    *(pattern("balance", one, nothing) for one in QUESTIONS),
    *(Pattern("split", one, debt) for one in OWED),
    *(Pattern("settle", one, payment) for one in GIVEN),
    *(Pattern("settle", one, settled) for one in SETTLED),
    Pattern("settle", CLEARED, cleared),
    Pattern("settle", UP, up),
    BOTH,
)
