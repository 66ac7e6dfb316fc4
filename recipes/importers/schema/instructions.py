"""Steps of schema.org: texts, lists, HowToStep, HowToSection and all of them mixed."""

import re
from collections import Counter
from typing import Any

from recipes.importers import clean, lists
from recipes.importers.draft import Section
from recipes.importers.mending import loads
from recipes.importers.schema.graph import is_a, nodes
from recipes.importers.schema.values import each, words

DEEPEST = 6
MEANINGLESS = re.compile(
    r"^(?:step|schritt|étape|etape|paso|passo|stap|krok|trin|steg)?\s*\d*\s*[.:)]?$", re.IGNORECASE
)


def instructions(value: Any) -> list[Section]:
    """Steps below their sections; the name of a section is no step."""
    collected = Steps(value)
    return lists.merged([part for section in collected.found for part in _parted(section)])


def _parted(section: Section) -> list[Section]:
    parts = lists.sections(section.lines)
    if section.name and parts and not parts[0].name:
        parts[0].name = section.name
    return parts


class Steps:
    """Collects the sections of one value. Names that several steps share say nothing of any of them."""

    def __init__(self, value: Any) -> None:
        self.found = [Section()]
        told = Counter(clean.line(node.get("name")) for node in nodes(value) if is_a(node, "HowToStep"))
        self.shared = {name for name, times in told.items() if times > 1}
        self.collect(value, 0)

    def collect(self, value: Any, depth: int) -> None:
        for one in each(value) if depth < DEEPEST else []:
            if isinstance(one, dict):
                self.collect_node(one, depth)
            elif isinstance(one, list):
                self.collect(one, depth + 1)
            elif isinstance(one, str) and one.lstrip()[:2] in {"[{", '["', '{"'} and depth == 0:
                self.collect(loads(one), depth + 1)
            else:
                self.found[-1].lines.extend(clean.lines(one))

    def collect_node(self, node: dict[str, Any], depth: int) -> None:
        inner = node.get("itemListElement") or node.get("steps") or node.get("step")
        if isinstance(node.get("item"), dict):
            self.collect(node["item"], depth + 1)
        elif is_a(node, "HowToSection") or (inner and node.get("name") and not is_a(node, "HowToStep")):
            name = clean.line(node.get("name"))
            self.found.append(Section("" if MEANINGLESS.match(name) else name))
            self.collect(inner or node.get("text"), depth + 1)
            self.found.append(Section())
        elif is_a(node, "HowToStep") and isinstance(inner, list) and inner:
            self.found[-1].lines.append(" ".join(filter(None, (words(part) for part in inner))))
        elif inner:
            self.collect(inner, depth + 1)
        else:
            self.found[-1].lines.extend(self.step(node))

    def step(self, node: dict[str, Any]) -> list[str]:
        """The text of a step; its name comes before it where it says something that the text does not."""
        name = clean.line(node.get("name"))
        said = clean.lines(node.get("text") or node.get("description"))
        if not said:
            return [name] if name else []
        bare = name.rstrip(".…: ").casefold()
        says_nothing = MEANINGLESS.match(name) or name in self.shared or len(name) > lists.LONGEST_NAME
        if says_nothing or bare in " ".join(said).casefold():
            return said
        return [f"{name.rstrip('.: ')}: {said[0]}", *said[1:]]
