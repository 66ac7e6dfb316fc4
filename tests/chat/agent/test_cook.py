import pytest

pytestmark = pytest.mark.django_db


def test_what_can_i_cook_tonight(asking, bob):
    asked = asking(bob, "What can I cook tonight?")
    assert asked.text.startswith("2 dishes")
    assert asked.tools == ["find_cookable"]
    assert "Spinach curry" in asked.text
