"""What people ask of the bookkeeper, and what the built-in assistant makes of it."""

import pytest

from tests.chat.agent.playing import Talk

WINE = "{'name': 'Wine', 'amount': '12', 'people': ['me']}"
BILLS = {
    "split 84.50 for pizza between us": "split_bill(total=84.50, title=Pizza)",
    "split 60 between me and Bob": "split_bill(total=60, people=me+Bob)",
    "split 30 bucks with bob": "split_bill(total=30, people=me+bob)",
    "Bob paid 30 euros for wine, split it between us": "split_bill(total=30, title=Wine, paid_by=Bob)",
    "split the bill of 42,50 for groceries with Carol": "split_bill(total=42.50, title=Groceries, people=me+Carol)",
    "I paid 1.234,50 for a fridge, split it between all of us": "split_bill(total=1234.50, title=Fridge)",
    "share 12€ between Alice, Bob and me": "split_bill(total=12, people=Alice+Bob+me)",
    "I paid 30 for pizza, split with Bob": "split_bill(total=30, title=Pizza, people=me+Bob)",
    "I paid 30 for pizza. Split it with Bob": "split_bill(total=30, title=Pizza, people=me+Bob)",
    "we spent 54 on groceries, split it": "split_bill(total=54, title=Groceries)",
    "Carol paid 45 for the taxi for all of us": "split_bill(total=45, title=Taxi, paid_by=Carol)",
    "split the 2 pizzas for 30 with Bob": "split_bill(total=30, title=Pizzas, people=me+Bob)",
    "split €45.60 between Bob and me for the taxi": "split_bill(total=45.60, title=Taxi, people=Bob+me)",
    "split 45 evenly among everyone": "split_bill(total=45)",
    "split 60 three ways": "split_bill(total=60)",
    "the total was 60, split it between Alice and me": "split_bill(total=60, people=Alice+me)",
    "Can you split 84.50 between me, Bob and Carol please? Bob paid.": (
        "split_bill(total=84.50, paid_by=Bob, people=me+Bob+Carol)"
    ),
}
DEBTS = {
    "Alice owes me 20": "split_bill(total=20, people=Alice)",
    "Alice owes me 20 for the cinema": "split_bill(total=20, title=Cinema, people=Alice)",
    "I owe Bob 12.50": "split_bill(total=12.50, paid_by=Bob, people=me)",
    "Bob lent me 20": "split_bill(total=20, paid_by=Bob, people=me)",
    "I borrowed 20 from Bob for the taxi": "split_bill(total=20, title=Taxi, paid_by=Bob, people=me)",
    "Bob and Carol owe me 20 each": "split_bill(total=40, people=Bob+Carol)",
    "we owe Bob 20": "split_bill(total=20, paid_by=Bob)",
    "Bob paid me back 15": "settle_up(payer=Bob, payee=me, amount=15)",
    "Bob gave me 15 back": "settle_up(payer=Bob, payee=me, amount=15)",
    "I paid Bob 15": "settle_up(payer=me, payee=Bob, amount=15)",
    "I gave Alice 20 euros": "settle_up(payer=me, payee=Alice, amount=20)",
    "I transferred 20 to Bob": "settle_up(payer=me, payee=Bob, amount=20)",
    "I paid Bob back": "settle_up(payer=me, payee=Bob)",
    "note that Carol paid me 15": "settle_up(payer=Carol, payee=me, amount=15)",
    "who owes what?": "show_balance()",
    "how much does Bob owe me": "show_balance()",
    "are we even?": "show_balance()",
    "what's my balance": "show_balance()",
}
PARTS = {
    "split 100 60/40 with Bob": ("percent", "me:60 Bob:40"),
    "split 100 for the rent 60/40 between Bob and me": ("percent", "Bob:60 me:40"),
    "split 100 between Bob and me, Bob pays 70%": ("percent", "Bob:70 me:30"),
    "split 120 for electricity: 50% me, 30% Bob, 20% Carol": ("percent", "me:50 Bob:30 Carol:20"),
    "split 90 between Bob and me, two parts for me and one for Bob": ("shares", "me:2 Bob:1"),
    "split 90, two shares for me": ("shares", "me:2 Bob:1 Carol:1"),
    "Bob counts double, split 90": ("shares", "Bob:2 me:1 Carol:1"),
    "split 90 in the ratio 2:1 with Bob": ("shares", "me:2 Bob:1"),
    "split 100, a third for me and two thirds for Bob": ("shares", "me:1 Bob:2"),
    "split 90, a third for me": ("shares", "me:2 Bob:2 Carol:2"),
    "split 50, Bob pays 20 and I pay the rest": ("exact", "Bob:20 me:rest"),
    "split 50 with Bob, I pay 20": ("exact", "me:20 Bob:rest"),
    "rent is 1200: I pay 700, Bob pays 500": ("exact", "me:700 Bob:500"),
    "split 84.50, 40 for Bob and the rest for me": ("exact", "Bob:40 me:rest"),
    "75 total, I owe 25 and Bob 50": ("exact", "me:25 Bob:50"),
    "split 90 for the barbecue, mine is 60 and the rest is Bob's": ("exact", "me:60 Bob:rest"),
    "30 for beers, 12 Bob, 18 me": ("exact", "Bob:12 me:18"),
    "i pay a quarter of the 200 for heating, Bob the rest": ("shares", "me:1 Bob:3"),
    "split 66 two to one between Bob and me, Bob gets two": ("shares", "Bob:2 me:1"),
    "electricity 90, i pay two thirds and Bob pays a third": ("shares", "me:2 Bob:1"),
    "electricity 90, sixty percent is mine, forty percent Bob": ("percent", "me:60 Bob:40"),
}
THINGS = {
    "split 84.50 between us, the wine for 12 was mine": "Wine 12 me",
    "Split 84.50 between us. The wine for 12 was mine.": "Wine 12 me",
    "dinner was 84.50, the wine (12) was mine and Bob's dessert was 6.50": "Wine 12 me, Dessert 6.50 Bob",
    "I had the steak for 24 and Bob had the pasta for 14, split 50": "Steak 24 me, Pasta 14 Bob",
    "shopping 38.40, of that 8.40 cat food was Bob's": "Cat food 8.40 Bob",
    "split pizza 12 Bob, pasta 14 me": "Pizza 12 Bob, Pasta 14 me",
}
NO_MONEY = (
    "split the dough into 3 pieces",
    "share the lasagne recipe with 2 friends",
    "divide 500 g flour by 2",
    "move 2 packs of rice to the freezer",
    "I bought 12 eggs",
)


@pytest.mark.parametrize(("text", "call"), (BILLS | DEBTS).items())
def test_a_request(text: str, call: str) -> None:
    assert Talk().say(text).calls[-1] == call


def changed(text: str) -> dict[str, object]:
    talk = Talk().say(text)
    last = talk.messages[-1]
    (call,) = last.tool_calls  # type: ignore[union-attr]
    assert call.tool_name == "split_bill"
    return dict(call.args)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "told"), PARTS.items())
def test_parts(text: str, told: tuple[str, str]) -> None:
    arguments = changed(text)
    parts = " ".join(f"{one['person']}:{one['value']}" for one in arguments["parts"])  # type: ignore[attr-defined]
    assert (arguments["mode"], parts) == told


@pytest.mark.parametrize(("text", "told"), THINGS.items())
def test_things(text: str, told: str) -> None:
    arguments = changed(text)
    assert arguments["mode"] == "items"
    items = arguments["items"]
    named = (f"{one['name']} {one['amount']} {'+'.join(one['people'])}" for one in items)  # type: ignore[attr-defined]
    assert ", ".join(named) == told


@pytest.mark.parametrize("text", NO_MONEY)
def test_what_is_no_bill(text: str) -> None:
    assert not [call for call in Talk().say(text).calls if call.startswith(("split_bill", "settle_up"))]


def test_a_bill_without_an_amount_is_asked_for() -> None:
    talk = Talk().say("split the bill")
    assert not talk.calls
    assert "How much" in talk.said
    assert talk.say("84,50").calls == ["split_bill(total=84.50)"]


def test_whether_it_is_to_be_split_is_asked() -> None:
    talk = Talk().say("I paid 30 for pizza")
    assert not talk.calls
    assert "everybody" in talk.said
    assert talk.say("yes").calls == ["split_bill(total=30, title=Pizza)"]
    talk = Talk().say("I paid 30 for pizza")
    assert talk.say("split it with Bob").calls == ["split_bill(total=30, title=Pizza, people=me+Bob)"]


def test_more_is_said_of_the_bill_before() -> None:
    talk = Talk().say("split 84.50 for dinner between us")
    talk.say("the wine for 12 was mine")
    assert talk.calls == [f"split_bill(total=84.50, title=Dinner, mode=items, items={WINE})"]


def test_a_bill_is_left_behind() -> None:
    talk = Talk().say("split 84.50 for dinner between us, the wine for 12 was mine")
    assert talk.say("what's on the list?").calls == ["show_list()"]
    assert talk.say("who owes what?").calls == ["show_balance()"]


def test_nobody_is_guessed() -> None:
    for text in ("split 40 with him", "he paid me back 15", "Bob paid 30, split it with her"):
        talk = Talk().say(text)
        assert set(talk.calls) <= {"show_balance()"}
        assert "Whom do you mean" in talk.said


def test_how_many_must_be_who_lives_here() -> None:
    talk = Talk().say("split 60 between the four of us")
    assert talk.calls == ["show_balance()"]
    assert "only you, Bob and Carol share bills here" in talk.said


def test_settling_goes_the_way_that_is_owed() -> None:
    assert Talk().say("settle up with Bob").calls[-1] == "settle_up(payer=Bob, payee=me)"
    assert Talk().say("settle up").calls[-1] == "settle_up(payer=Bob, payee=me)"
    assert "nothing to settle with" in Talk().say("settle up with Dan").said


def test_two_wishes_in_a_sentence() -> None:
    calls = Talk().say("Bob paid me back 15 and split 30 for pizza with Alice").calls
    assert calls == ["settle_up(payer=Bob, payee=me, amount=15)", "split_bill(total=30, title=Pizza, people=me+Alice)"]
