"""The reader of templates reads what it should, or the rules below it judge nothing."""

from tests.conventions.markup import Element, Text, neutral, page_tree, template_tree

SOURCE = """{% load kitchen %}{# a note with <b> #}
<li id="{% dom_id item "row" %}" {% if item.done %}class="done"{% endif %}>
  <a href="{% url "pantry:home" code=code %}" {% if x > 1 %}hx-get="{% url 'pantry:home' code=code %}"{% endif %}>
    {{ item }}</a>
  <br><input value="a > b">
</li>"""


def test_tags_in_attributes_are_read() -> None:
    row = next(one for one in template_tree(SOURCE) if one.tag == "li")
    assert "dom_id" in row.attributes["id"]
    assert row.attributes["class"] == "done"
    assert row.line == 2


def test_the_same_url_compares_equal_however_it_is_quoted() -> None:
    link = next(one for one in template_tree(SOURCE) if one.tag == "a")
    assert link.attributes["href"] == link.attributes["hx-get"]


def test_roots_and_void_elements() -> None:
    roots = [child for child in page_tree("<p>a<br>b</p><hr>c").children if isinstance(child, Element)]
    assert [root.tag for root in roots] == ["p", "hr"]
    assert [child.text for child in roots[0].children if isinstance(child, Text)] == ["a", "b"]


def test_the_name_of_an_element_may_be_chosen() -> None:
    tree = template_tree(
        "<{% if x %}a href='{{ x }}'{% else %}button{% endif %} class='b'>c</{% if x %}a{% endif %}><p>"
    )
    assert [child.tag for child in tree.children if isinstance(child, Element)] == ["a", "p"]


def test_lines_stay() -> None:
    assert neutral("{% comment %}\n\n{% endcomment %}\n<p>").count("\n") == 3
