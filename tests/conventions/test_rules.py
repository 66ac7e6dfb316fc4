"""The rules bite: each finds what is wrong in something that is wrong, and nothing in what is right."""

import ast

import pytest

from tests.conventions import (
    test_csp,
    test_css,
    test_fragments,
    test_twins,
    test_words_in_code,
    test_words_in_templates,
)
from tests.conventions.markup import template_tree
from tests.conventions.test_imports import circles
from tests.conventions.words import words

GOOD_FORM = "<form method='post' action='{% url \"x\" %}' hx-post='{% url 'x' %}'></form>"


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("{% load kitchen %}<li id='{% dom_id x %}'>a</li>", 0),
        ("<li id='row'>a</li>", 1),
        ("<li id='{% dom_id x %}'></li><li></li>", 1),
        ("{% if x %}<p id='{% dom_id x %}'></p>{% else %}<p></p>{% endif %}", 1),
        ("<li id='{% dom_id x %}'></li>and more", 1),
    ],
)
def test_wrong_fragments_are_found(source: str, wrong: int) -> None:
    assert len(list(test_fragments.faults(template_tree(source)))) == wrong


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        (GOOD_FORM, 0),
        ("<button hx-post='/x/'>a</button>", 1),
        ("<form method='post' action='/y/'><button hx-post='/x/'>a</button></form>", 1),
        ("<form method='post' action='/y/'><button hx-post='/x/' formaction='/x/'>a</button></form>", 0),
        ("<form action='/x/'><button hx-post='/x/'>a</button></form>", 1),
        ("<a href='/x/' hx-get='/x/'>a</a><div hx-get='/x/'><a href='/x/'>a</a></div>", 0),
        ("<div hx-get='/x/' hx-trigger='load'></div>", 1),
    ],
)
def test_twins_are_missed(source: str, wrong: int) -> None:
    assert len(list(test_twins.orphans(template_tree(source)))) == wrong


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("<script src='a.js'></script><script type='application/json'>{}</script>", 0),
        ("<script>1</script><style>p{}</style><p style='a'></p><p onclick='a'></p><a href='javascript:1'></a>", 5),
        ("<p {% if x %}style='{{ x }}'{% endif %}></p>", 1),
    ],
)
def test_inline_is_found(source: str, wrong: int) -> None:
    assert len(list(test_csp.inline(template_tree(source)))) == wrong


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("@layer base { a { color: var(--ink); border: 1px solid currentcolor; } .white { white-space: pre; } }", 0),
        ("@media (width > 700px) { a { color: color-mix(in oklch, var(--ink) 5%, transparent); } }", 0),
        ("a { color: #fff; margin: 12px; background: rgb(1 2 3); border-color: red; }", 4),
        ("/* 12px */ a { background: url(x.png?12px); content: '12px'; }", 0),
    ],
)
def test_literals_are_found(source: str, wrong: int) -> None:
    assert len(list(test_css.literals(source))) == wrong


def test_layers_are_read() -> None:
    heads = [head for _line, head in test_css.statements("@layer a, b;\n@layer base { a { b: c; } }\nmain { d: e; }")]
    assert heads == ["@layer a, b", "@layer base", "main"]
    assert test_css.layers_of("@layer components.button") == {"components"}
    assert test_css.layers_of("main") == set()


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        (
            "<p title='{% translate \"a b\" %}'>{% blocktranslate %}Hi <b>u</b>{% endblocktranslate %} {{ name }}</p>",
            0,
        ),
        ("<p title='Hello'>Hello</p><input placeholder='Name'><input type='submit' value='Go on'>", 4),
        ("<p class='a b' data-kind='quiet'><code>abc</code><b translate='no'>Kitchen</b></p>", 0),
        ("{% include 'elements/button.html' with label=\"Save it\" %}", 1),
    ],
)
def test_words_in_templates_are_found(source: str, wrong: int) -> None:
    assert len([text for _line, text in test_words_in_templates.faults(source, html=True) if words(text)]) == wrong


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("DomainError(_('No.'))\nCharField(label=_('Name'))\nmessages.success(request, _('Saved.'))", 0),
        ("DomainError('Not now.')\nCharField(label='Name')\nmessages.success(request, f'{x} saved')", 3),
    ],
)
def test_words_in_code_are_found(source: str, wrong: int) -> None:
    ast.parse(source)
    assert len(list(test_words_in_code.plain_texts(source))) == wrong


def test_circles_are_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c", "a"]]
    assert circles({"a": {"b", "c"}, "b": {"c"}}) == []
