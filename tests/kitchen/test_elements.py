"""Elements draw what they are given: names that are heard, errors at their field, links without JavaScript."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import Context, Origin, Template
from django.template.loader import render_to_string

from accounts.models import Household
from kitchen.errors import DomainError
from kitchen.sampler import SampleForm, symbols
from kitchen.templatetags import kitchen as tags

TEMPLATES = Path(settings.BASE_DIR) / "templates"


def draw(source: str, **context: Any) -> str:
    origin = Origin(name="drawn.html", template_name="drawn.html")
    template = Template("{% load allauth kitchen %}" + source, origin=origin)
    return re.sub(r"\s+", " ", template.render(Context(context)))


def test_an_icon_alone_is_heard_and_beside_words_is_not() -> None:
    assert 'role="img" aria-label="Bread &amp; butter"' in tags.icon("bowl", "Bread & butter")
    assert 'aria-hidden="true"' in tags.icon("bowl")


def test_every_icon_that_a_template_names_is_in_the_sprite() -> None:
    named = re.compile(r'{% icon "([\w-]+)"|\b(?:action_)?symbol="([\w-]+)"')
    known = set(symbols())
    missing = {
        f"{path.relative_to(TEMPLATES)}: {name}"
        for path in TEMPLATES.rglob("*.html")
        for found in named.finditer(path.read_text(encoding="utf-8"))
        for name in found.groups()
        if name and name not in known
    }
    assert not missing


def test_dom_ids_of_rows_and_words() -> None:
    household = Household()
    assert tags.dom_id(household, "name") == f"household_{household.pk}_name"
    assert tags.dom_id("lately", "", None, "title") == "lately_title"
    assert tags.dom_id("a.b c") == "a_b_c"


def test_a_refused_field_says_so_to_everybody() -> None:
    form = SampleForm({"email": "alice@"})
    html = str(form)
    field = re.search(r"<input[^>]*name=\"email\"[^>]*>", html)
    assert field
    assert 'aria-invalid="true"' in field.group()
    assert 'aria-describedby="id_email_error"' in field.group()
    assert 'value="alice@"' in field.group()
    assert 'id="id_email_error"' in html


def test_help_is_bound_to_its_field_and_optional_is_said() -> None:
    html = str(SampleForm())
    assert 'aria-describedby="id_name_helptext"' in html
    assert 'id="id_name_helptext"' in html
    assert re.search(r"Email\s*<span class=\"optional\">", html)


def test_choices_stand_in_a_fieldset_with_a_legend() -> None:
    html = str(SampleForm()["tags"].as_field_group())
    assert html.startswith("<fieldset")
    assert html.count("<legend") == 1
    assert html.count('type="checkbox"') == 3


@pytest.mark.parametrize(("field", "shown_at"), [("name", "name"), (None, "__all__"), ("unknown", "__all__")])
def test_a_domain_error_stands_at_its_field(field: str | None, shown_at: str) -> None:
    form = SampleForm({})
    form.errors.clear()
    form.refuse(DomainError("The jar is empty.", field=field))
    assert form.errors[shown_at] == ["The jar is empty."]


def test_a_confirmation_leads_to_a_page_without_javascript() -> None:
    html = render_to_string(
        "elements/confirm.html",
        {"id": "x", "title": "Sure?", "sentence": "Gone.", "button": "Delete", "action": "/do/", "page": "/ask/"},
    )
    assert '<a class="button" data-kind="danger-quiet" href="/ask/">' in html
    assert 'action="/do/"' in html
    assert 'aria-labelledby="x_title"' in html


def test_a_menu_opens_without_javascript_and_has_a_name() -> None:
    html = draw('{% element menu id="m" label="More" %}<li><a href="/x/">X</a></li>{% endelement %}')
    assert 'popovertarget="m"' in html
    assert 'aria-label="More"' in html
    assert 'id="m" popover' in html
    assert '<a href="/x/">X</a>' in html


def test_a_dialog_has_its_title_for_a_name_and_draws_both_slots() -> None:
    html = draw(
        '{% element dialog id="d" title="Move" %}Where?{% slot actions %}<b>Go</b>{% endslot %}{% endelement %}'
    )
    assert 'aria-labelledby="d_title"' in html
    assert "Where?" in html
    assert "<b>Go</b>" in html


@pytest.mark.parametrize(
    ("given", "kind"),
    [(None, "primary"), (["danger", "outline"], "danger-quiet"), (["outline"], ""), (["link"], "quiet")],
)
def test_buttons_of_sign_in_pages_take_our_kinds(given: list[str] | None, kind: str) -> None:
    assert tags.button_kind(given) == kind


def test_a_message_can_carry_its_undo() -> None:
    message = Message(constants.INFO, "Bob used rice", extra_tags="undo:/h/x/feed/1/undo/ quiet")
    assert tags.undo_url(message) == "/h/x/feed/1/undo/"
    html = render_to_string("elements/notice.html", {"text": message, "undo": tags.undo_url(message)})
    assert 'action="/h/x/feed/1/undo/"' in html
    assert "data-stays" in html


def test_a_page_of_many_has_a_way_back_and_on(rf: Any) -> None:
    from django.core.paginator import Paginator

    request = rf.get("/?q=milk&page=2")
    html = render_to_string("elements/pager.html", {"page_obj": Paginator(range(60), 20).page(2), "request": request})
    assert 'href="?q=milk&amp;page=1"' in html
    assert 'href="?q=milk&amp;page=3"' in html


@pytest.mark.parametrize("name", ["empty", "error"])
def test_what_is_said_is_escaped(name: str) -> None:
    assert "<b>" not in render_to_string(f"elements/{name}.html", {"sentence": "<b>x</b>"})
