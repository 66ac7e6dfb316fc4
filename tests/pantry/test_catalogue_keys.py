import pytest

from pantry.catalogue import name_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Tomatoes", "tomato"),
        ("tomatos", "tomato"),
        ("Crème fraîche", "creme fraiche"),
        ("creme-fraiche", "creme fraiche"),
        ("  Goats’  cheese ", "goat cheese"),
        ("goat's cheese", "goat cheese"),
        ("JALAPEÑOS", "jalapeno"),
        ("Bay leaves", "bay leaf"),
        ("cherries", "cherry"),
        ("cookies", "cookie"),
        ("radishes", "radish"),
        ("peaches", "peach"),
        ("asparagus", "asparagus"),
        ("hummus", "hummus"),
        ("couscous", "couscous"),
        ("watercress", "watercress"),
        ("peas", "pea"),
        ("Weißkraut", "weisskraut"),
        ("Żółty ser", "zolty ser"),
        ("7-Up", "7 up"),
        ("!?", ""),
        ("", ""),
    ],
)
def test_the_normal_form(text: str, key: str) -> None:
    assert name_key(text) == key
    assert name_key(key) == key
