"""A form as it stands on its page, to be sent as it is."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client


class Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Any] = {}
        self.choice = self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        name, kind = told.get("name", ""), told.get("type", "")
        if tag == "select":
            self.choice = name
        elif tag == "option" and self.choice and "selected" in told:
            self.found[self.choice] = told["value"]
        elif tag == "textarea":
            self.text = name
        elif tag == "input" and kind in {"checkbox", "radio"}:
            if "checked" in told:
                self.found.setdefault(name, []).append(told.get("value", "on"))
        elif tag == "input" and name:
            self.found[name] = told.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"select", "textarea"}:
            self.choice = self.text = ""

    def handle_data(self, data: str) -> None:
        if self.text:
            self.found[self.text] = data


def filled(client: Client, address: str) -> dict[str, Any]:
    """What a browser would send of the page's main part."""
    fields = Fields()
    fields.feed(client.get(address).content.decode().partition("<main")[2].partition("</main")[0])
    return {name: value for name, value in fields.found.items() if value and not name.startswith("csrf")}
