"""Where foods stand in a shop, and what each is a kind of."""

from pantry.catalogue import AISLES, CATEGORIES, food, foods

CHILDREN = {one.slug for one in CATEGORIES.values() if one.children}


def test_categories_are_in_the_order_of_the_walk() -> None:
    assert [one.position for one in CATEGORIES.values()] == list(range(1, len(CATEGORIES) + 1))
    assert len({one.id for one in CATEGORIES.values()}) == len(CATEGORIES)
    assert all(1 <= one.tone <= 6 and one.emoji and one.name for one in CATEGORIES.values())


def test_aisles_keep_their_numbers() -> None:
    assert {one.id for one in AISLES.values()} == set(range(1, 22))
    assert (AISLES["fruit"].id, AISLES["dairy"].id, AISLES["frozen"].id) == (1, 7, 21)


def test_a_branch_stands_behind_what_it_belongs_to() -> None:
    for one in CATEGORIES.values():
        *above, last = one.path
        assert last is one
        assert len(above) <= 2, one.slug
        assert all(higher.position < one.position for higher in above), one.slug


def test_a_branch_knows_its_aisle() -> None:
    assert CATEGORIES["citrus"].aisle == "fruit"
    assert CATEGORIES["fruit"].aisle == "fruit"
    assert CATEGORIES["chilled"].aisle is None
    assert [one.slug for one in CATEGORIES["chilled"].children] == ["dairy", "cheese", "plant"]
    assert [one.slug for one in CATEGORIES["citrus"].path] == ["greengrocer", "fruit", "citrus"]


def test_each_food_stands_in_an_aisle_and_each_branch_has_foods() -> None:
    assert {one.category for one in foods()} == set(AISLES)
    assert all(CATEGORIES[one.group].aisle == one.category for one in foods())
    assert {one.group for one in foods()} >= set(CATEGORIES) - CHILDREN


def test_few_foods_of_a_divided_aisle_belong_to_no_part() -> None:
    assert [one.name for one in foods() if one.group in CHILDREN] == ["rhubarb"]


def test_no_food_is_a_kind_of_itself() -> None:
    for one in foods():
        seen = {one.id}
        above = one.parent
        while above is not None:
            assert above not in seen, one.name
            seen.add(above)
            known = food(above)
            assert known is not None, one.name
            above = known.parent
