"""The forms of a page as a browser would send them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

# What two fields of one kind may differ in.
OWN = {"id", "name", "value", "checked", "selected", "placeholder", "aria-describedby", "aria-labelledby", "aria-label"}
CHOSEN = {"select", "radio", "checkbox"}


@dataclass
class Sent:
    """A form: where it goes, what is in its fields, and of which kind each is: its tag or type, and its attributes."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def is_chosen(self, name: str) -> bool:
        """Whether a browser can only send what was offered."""
        return self.kinds[name][0] in CHOSEN


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Sent] = []
        self.open: Sent | None = None
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self.open = Sent(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self.open)
        elif self.open is None or not (name or tag == "option"):
            return
        else:
            self._field(tag, name, given)

    def _field(self, tag: str, name: str, given: dict[str, str]) -> None:
        assert self.open is not None
        if tag in {"input", "textarea", "select"}:
            told = sorted(f"{key}={value}" for key, value in given.items() if key not in OWN)
            self.open.kinds.setdefault(name, (given.get("type", "text") if tag == "input" else tag, *told))
        if tag == "input":
            self._input(name, given)
        elif tag == "textarea":
            self.area = name
            self.open.fields.setdefault(name, [""])
        elif tag == "select":
            self.select = name
            self.open.fields.setdefault(name, [])
        elif tag == "option" and self.select and ("selected" in given or not self.open.fields[self.select]):
            self.open.fields[self.select] = [given.get("value", "")]

    def _input(self, name: str, given: dict[str, str]) -> None:
        assert self.open is not None
        if given.get("type") in ("radio", "checkbox"):
            values = self.open.fields.setdefault(name, [])
            if "checked" in given or (given["type"] == "radio" and not values):
                self.open.fields[name] = [given.get("value", "on")]
        elif given.get("type") not in ("submit", "button"):
            self.open.fields[name] = [given.get("value", "")]

    def handle_data(self, data: str) -> None:
        if self.area and self.open is not None:
            self.open.fields[self.area] = [data.lstrip("\n")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.area = ""


def sent_with(page: Any, field: str) -> dict[str, list[str]]:
    """What would be sent with the first form of a page that has this field."""
    return next(form.fields for form in forms_in(page) if field in form.fields)


def forms_in(page: Any) -> list[Sent]:
    reader = Reader()
    reader.feed(page.content.decode())
    return reader.forms
