"""Fragments that are drawn once: the same for equal rows, another for each thing that they depend on."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from django.template import engines
from django.utils import timezone, translation

from kitchen.templatetags import drawn as tag


@dataclass(frozen=True)
class Thing:
    name: str
    marks: list[str] = field(default_factory=list)
    row: Any = field(default=None, compare=False)


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was drawn, each time that it was."""
    done: list[str] = []

    class Fragment:
        def render(self, values: dict[str, Any]) -> str:
            thing = values["thing"]
            done.append(thing.name)
            text = "{{ thing.name }}{{ thing.row }}{% for one in thing.marks %} {{ one }}{% endfor %} {{ code }}"
            return str(engines["django"].from_string(text).render(values))

    monkeypatch.setattr(tag, "get_template", lambda _name: Fragment())
    return done


def test_equal_rows_are_drawn_once_and_escaped(times: list[str]) -> None:
    name = f"<b>{uuid4()}"
    html = [tag.drawn("a.html", thing=Thing(name, ["x", "y"], row=object()), code="c") for _ in range(3)]
    assert len(times) == 1
    assert set(html) == {f"{name.replace('<', '&lt;').replace('>', '&gt;')}None x y c"}


def test_whatever_it_depends_on_draws_it_anew(times: list[str]) -> None:
    name = str(uuid4())
    html = {tag.drawn("a.html", thing=Thing(name), code="c"), tag.drawn("a.html", thing=Thing(name, ["x"]), code="c")}
    html.add(tag.drawn("a.html", thing=Thing(name), code="d"))
    assert len(html) == len(times) == 3
    with translation.override("de"):
        tag.drawn("a.html", thing=Thing(name), code="c")
    with timezone.override("Asia/Tokyo"):
        tag.drawn("a.html", thing=Thing(name), code="c")
    assert len(times) == 5
