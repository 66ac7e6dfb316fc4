"""A page of HTML: what it says to machines first, then what people see."""

from recipes.importers.draft import Draft
from recipes.importers.pages.choosing import distinct, filled, fullest, improved, seen
from recipes.importers.pages.document import parse
from recipes.importers.pages.jsonld import read_jsonld
from recipes.importers.pages.microdata import read_microdata
from recipes.importers.pages.plain import read_plain
from recipes.importers.pages.sites import read_site

MOST = 30


def read_page(text: str, url: str = "", *, wild: bool = False) -> list[Draft]:
    """The recipes of a page; `wild` does without the readers for single sites."""
    document = parse(text, url)
    if document is None:
        return []
    marked = distinct([*read_jsonld(document), *read_microdata(document)])
    whole = [draft for draft in marked if draft.is_complete]
    head = document.head()
    if len(whole) > 1:
        return [filled(draft, Draft(source_name=head.source_name)) for draft in whole[:MOST]]
    draft = whole[0] if whole else fullest(marked)
    site = None if wild else read_site(document, head.source_url)
    if site is not None:
        draft = filled(improved(draft, site), site.draft)
    found = filled(seen(draft, read_plain(document), surely=site is not None), head)
    return [found] if found.ingredients or found.steps else []
