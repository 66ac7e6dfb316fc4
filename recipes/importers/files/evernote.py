"""Evernote's ENEX: notes of HTML. Each is read as the page that it was clipped from, or as the text that it is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from recipes.importers import clean, figures
from recipes.importers.draft import Draft, Failure, Picture
from recipes.importers.files import pictures, xml_tree
from recipes.importers.files.batch import one_by_one
from recipes.importers.pages.reader import read_page
from recipes.importers.plain_text import read_plain_text
from recipes.importers.source import Source

DECLARATIONS = re.compile(r"^\s*(?:<\?xml[^>]{0,200}\?>)?\s*(?:<!DOCTYPE[^>\[]{0,300}>)?")
IMAGE = "image/"


def fits(source: Source) -> bool:
    return xml_tree.root_of(source) == "en-export"


def read(source: Source) -> Iterator[Draft | Failure]:
    return one_by_one(xml_tree.each(source, "note"), _found, lambda note: note.findtext("title"))


def _found(note: xml_tree.Element) -> Iterator[Draft | Failure]:
    title = clean.line(note.findtext("title"))
    draft = _recipe(DECLARATIONS.sub("", note.findtext("content") or ""), title)
    if draft is None:
        yield Failure(title, _("This note is no recipe."))
        return
    yield replace(
        draft,
        title=title or draft.title,
        tags=[*draft.tags, *(clean.line(tag.text) for tag in note.iterfind("tag"))],
        source_url=clean.url(note.findtext("note-attributes/source-url")) or draft.source_url,
        author=clean.line(note.findtext("note-attributes/author")) or draft.author,
        pictures=[one for resource in note.iterfind("resource") for one in _picture(resource)],
        created=figures.day(note.findtext("created")),
    )


def _recipe(content: str, title: str) -> Draft | None:
    """A note begins with the recipe at once: its title stands in front of it for those who look for one."""
    inner = re.sub(r"</?en-note[^>]{0,2000}>", "", content)
    page = read_page(f"<html><body><h1>{_escaped(title)}</h1>{inner}</body></html>", "", wild=True)
    whole = next((draft for draft in page if draft.ingredients and draft.steps), None)
    text = read_plain_text(f"{title}\n\n{clean.text(inner)}")
    return whole or text or next(iter(page), None)


def _escaped(title: str) -> str:
    return title.replace("&", "&amp;").replace("<", "&lt;")


def _picture(resource: xml_tree.Element) -> list[Picture]:
    if not (resource.findtext("mime") or "").startswith(IMAGE):
        return []
    return pictures.embedded(resource.findtext("data"), clean.line(resource.findtext("resource-attributes/file-name")))
