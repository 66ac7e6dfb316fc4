"""Cooklang: the canonical cases where they are at hand, and what recipes make of them."""

from decimal import Decimal
from typing import Any

import pytest

from recipes.importers import Section, read_recipes
from recipes.importers.files import cooklang_parts, markdown
from recipes.importers.files.cooklang_parts import COOKWARE, INGREDIENT, TEXT, Part
from tests.recipes.foreign_mobile import PIXELS
from tests.recipes.reading import archive
from tests.recipes.test_importers_samples import SAMPLES

NOODLES = """---
title: Noodles
tags:
  - quick
  - late
source:
  name: Spoon
  url: https://spoon.example/noodles
time:
  prep: 5 min
servings: 2
---

Boil @noodles{200%g} in a #large pot{} for ~{8%minutes}.

> Salt the water.

= Sauce

Fry @garlic{2%cloves}(crushed) in @&olive oil{} with @./basics/Stock{1/2%cup}. -- slowly
Write to cook@example.com --- or do not.
"""


def test_a_recipe() -> None:
    (draft,) = read_recipes(archive({"Noodles.cook": NOODLES, "Noodles.jpg": PIXELS})).recipes
    assert draft.ingredients == [
        Section("", ["200 g noodles"]),
        Section("Sauce", ["2 cloves garlic, crushed", "olive oil", "1/2 cup Stock", "example"]),
    ]
    assert draft.steps[0].lines == ["Boil noodles in a large pot for 8 minutes."]
    assert (draft.equipment, draft.notes, draft.tags) == (["large pot"], "Salt the water.", ["quick", "late"])
    assert (draft.source_url, draft.source_name) == ("https://spoon.example/noodles", "Spoon")
    assert (draft.prep_minutes, draft.servings) == (5, Decimal(2))
    assert [picture.read() for picture in draft.pictures] == [PIXELS]


@pytest.mark.parametrize("text", ["@", "@{", "#", "~", "~ {5}", "a @ b", "@ {}", "[-", "[- x", "--", "{}", "@#~"])
def test_signs_without_a_name_are_text(text: str) -> None:
    kinds = {part.kind for step in cooklang_parts.read(text) if isinstance(step, list) for part in step}
    assert kinds <= {TEXT}


def canonical(part: Part) -> dict[str, Any]:
    if part.kind == TEXT:
        return {"type": TEXT, "value": part.name}
    value = cooklang_parts.value(part.quantity)
    told = {"type": part.kind, "name": part.name, "units": part.units}
    missing = {INGREDIENT: "some", COOKWARE: 1}.get(part.kind, "")
    return {**told, "quantity": (float(value) if isinstance(value, Decimal) else value) or missing}


def test_all_canonical_cases() -> None:
    cases = SAMPLES / "cooklang" / "canonical.yaml"
    if not cases.is_file():
        pytest.skip("KITCHEN_SAMPLES names no folder with the canonical cases of Cooklang")
    yaml = pytest.importorskip("yaml", reason="PyYAML, in which the cases are written, is not installed")
    tests = yaml.safe_load(cases.read_text(encoding="utf-8"))["tests"]
    wrong = []
    for name, case in tests.items():
        head, body = markdown.as_written(case["source"])
        steps = [[canonical(part) for part in step] for step in cooklang_parts.read(body) if isinstance(step, list)]
        # The cases name no units of cookware in most places, and empty ones in some.
        wanted = [
            [part if part["type"] == TEXT else {"units": "", **part} for part in step]
            for step in case["result"]["steps"]
        ]
        if (steps, head) != (wanted, case["result"]["metadata"]):
            wrong.append(name)
    assert len(tests) >= 60
    assert not wrong
