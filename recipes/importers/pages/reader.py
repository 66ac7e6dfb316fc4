"""A page of HTML: what it says to machines first, then what people see."""

from recipes.importers.draft import Draft
from recipes.importers.pages.choosing import distinct, filled, fullest, improved, seen
from recipes.importers.pages.document import Document, parse
from recipes.importers.pages.jsonld import read_jsonld
from recipes.importers.pages.microdata import read_microdata
from recipes.importers.pages.microformat import read_microformat
from recipes.importers.pages.plain import read_plain
from recipes.importers.pages.sites import read_site
from recipes.importers.polish import polished

MOST = 30
# In the order in which they are trusted.
MARKED = (read_jsonld, read_microdata, read_microformat)


def read_page(text: str, url: str = "", *, wild: bool = False) -> list[Draft]:
    """The recipes of a page; `wild` does without the readers for single sites."""
    document = parse(text, url)
    if document is None:
        return []
    marked = _marked(document)
    whole = [draft for draft in marked if draft.is_complete]
    head = document.head()
    if len(whole) > 1:
        return [polished(filled(draft, Draft(source_name=head.source_name))) for draft in whole[:MOST]]
    draft = whole[0] if whole else fullest(marked)
    site = None if wild else read_site(document, head.source_url)
    if site is not None:
        draft = filled(improved(draft, site), site.draft)
    found = polished(filled(seen(draft, read_plain(document), surely=site is not None), head))
    return [found] if found.ingredients or found.steps else []


def _marked(document: Document) -> list[Draft]:
    """What the page says to machines: in the first way that says enough, or else in all of them together."""
    found: list[Draft] = []
    for read in MARKED:
        found = distinct([*found, *read(document)])
        if any(draft.is_complete for draft in found):
            break
    return found
