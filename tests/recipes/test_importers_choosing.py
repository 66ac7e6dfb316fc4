"""Several readers see one page; each field comes from whoever knows it best."""

from recipes.importers import Draft, Section, read_recipes
from recipes.importers.pages.choosing import filled, improved, seen
from recipes.importers.pages.sites import Site


def lines(*told: str, name: str = "") -> list[Section]:
    return [Section(name, list(told))]


def test_gaps_are_filled_and_nothing_else() -> None:
    draft = filled(Draft(title="Soup", author="Ada"), Draft(title="Other", image="https://spoon.example/a.jpg"))
    assert (draft.title, draft.author, draft.image) == ("Soup", "Ada", "https://spoon.example/a.jpg")


def test_the_reader_of_a_site_is_believed_where_it_has_a_way_of_its_own() -> None:
    ours = Draft(title="Soup", ingredients=lines("leek"), steps=lines("Cook."))
    theirs = Draft(title="SOUP!", ingredients=lines("1 leek"), steps=lines("Cook it all."))
    draft = improved(ours, Site(theirs, frozenset({"ingredients"})))
    assert (draft.title, draft.ingredients, draft.steps) == ("Soup", lines("1 leek"), lines("Cook."))


def test_names_of_sections_that_became_steps_are_not_taken_over() -> None:
    ours = Draft(steps=[Section("Dough", ["Mix."]), Section("Oven", ["Bake."])])
    theirs = Draft(steps=lines("Dough", "Mix.", "Oven", "Bake."))
    assert improved(ours, Site(theirs, frozenset({"steps"}))).steps == ours.steps


def test_what_people_see_is_taken_where_the_mark_up_is_careless() -> None:
    draft = Draft(ingredients=lines("flour", "milk", "eggs"), steps=lines("A nice recipe with flour."))
    plain = Draft(
        ingredients=lines("200 g flour", "½ l milk", "3 eggs"),
        steps=lines("Mix the flour and the milk.", "Add the eggs.", "Bake."),
    )
    assert seen(draft, plain, surely=False).ingredients == plain.ingredients
    assert seen(draft, plain, surely=False).steps == plain.steps
    assert seen(draft, plain, surely=True).ingredients == draft.ingredients


def test_a_few_words_seen_do_not_replace_long_steps() -> None:
    draft = Draft(steps=lines("Mix the flour and the milk for a long time. " * 10))
    assert seen(draft, Draft(steps=lines("Print", "Share", "Save")), surely=False).steps == draft.steps


def test_a_saved_page_is_known_by_the_address_in_its_head() -> None:
    page = """<html><head><link rel="canonical" href="https://spoon.example/soup"></head><body><h1>Soup</h1>
    <h2>Ingredients</h2><ul><li>1 leek</li><li>2 carrots</li></ul><h2>Method</h2>
    <p>Cook it for an hour.</p></body></html>"""
    (draft,) = read_recipes(page, name="soup.html").recipes
    assert (draft.source_url, draft.source_name) == ("https://spoon.example/soup", "spoon.example")
    assert draft.image == ""
