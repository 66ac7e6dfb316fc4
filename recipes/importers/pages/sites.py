"""What the collection of readers for single sites knows of a page (recipe-scrapers, which never fetches)."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from recipes.importers import clean, figures, lists
from recipes.importers.draft import Draft, Section
from recipes.importers.pages.document import Document, host
from recipes.importers.schema import values

GENERAL = {"recipe_scrapers._abstract", "recipe_scrapers._schemaorg", "recipe_scrapers", "builtins", "abc"}
FIELDS = {
    "title": "title",
    "ingredients": "ingredients",
    "ingredient_groups": "ingredients",
    "instructions": "steps",
    "instructions_list": "steps",
    "image": "image",
    "description": "description",
}


@dataclass(frozen=True)
class Site:
    """What a reader found, and of which fields it knows better than the general ways: those written for the site."""

    draft: Draft
    own: frozenset[str]


def read_site(document: Document, url: str) -> Site | None:
    """What the reader of this site finds, if there is one. In general it knows no more than mark-up does."""
    from recipe_scrapers import SCRAPERS, scrape_html

    if host(url) not in SCRAPERS:
        return None
    with warnings.catch_warnings():
        # They tell their own makers which fields a site lacks.
        warnings.simplefilter("ignore")
        try:
            scraper = scrape_html(document.text, org_url=url, supported_only=False)
        except Exception:  # noqa: BLE001  (seven hundred readers of strangers' pages fail in every way there is)
            return None
        return Site(_draft(scraper, url), _own_fields(scraper))


def _draft(scraper: Any, url: str) -> Draft:
    servings, servings_words = values.yields(_asked(scraper.yields))
    return Draft(
        title=clean.line(_asked(scraper.title)),
        description=clean.line(_asked(scraper.description)),
        ingredients=_ingredients(scraper),
        steps=lists.sections(line for one in _asked(scraper.instructions_list) or [] for line in clean.lines(one)),
        servings=servings,
        servings_words=servings_words,
        prep_minutes=figures.minutes(_asked(scraper.prep_time)),
        cook_minutes=figures.minutes(_asked(scraper.cook_time)),
        total_minutes=figures.minutes(_asked(scraper.total_time)),
        image=clean.url(_asked(scraper.image), url),
        author=clean.line(_asked(scraper.author)),
        source_url=url,
        source_name=clean.line(_asked(scraper.site_name)),
        cuisine=clean.line(_asked(scraper.cuisine)),
        category=clean.line(_asked(scraper.category)),
        tags=values.all_words(_asked(scraper.keywords)),
        nutrients=values.nutrients(_asked(scraper.nutrients)),
    )


def _own_fields(scraper: Any) -> frozenset[str]:
    """The fields of a draft for which the reader of this site has a method of its own."""
    written = {name for kind in type(scraper).__mro__ if kind.__module__ not in GENERAL for name in vars(kind)}
    return frozenset(field for name, field in FIELDS.items() if name in written)


def _asked(question: Callable[[], Any]) -> Any:
    try:
        return question()
    except Exception:  # noqa: BLE001  (what one question breaks, the next may answer)
        return None


def _ingredients(scraper: Any) -> list[Section]:
    groups = _asked(scraper.ingredient_groups) or []
    found = [Section(clean.line(group.purpose), list(map(clean.line, group.ingredients))) for group in groups]
    if len(found) > 1:
        return lists.settled(found)
    return lists.sections(line for one in _asked(scraper.ingredients) or [] for line in clean.lines(one))
