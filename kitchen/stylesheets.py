"""The stylesheets, and one file of them all: a first visit asks once, a change in development needs no build."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile

BUNDLE = "css/kitchen.css"
# Layers decide what wins; inside a layer the order is that of the names.
ORDER = (
    "layers.css",
    "reset.css",
    "tokens.css",
    "base.css",
    "layout/*.css",
    "components/*.css",
    "pages/*.css",
    "utilities.css",
    "print.css",
)


def _root() -> Path:
    found = finders.find("css/layers.css")
    if not isinstance(found, str):
        raise FileNotFoundError("css/layers.css is not among the static files.")
    return Path(found).parent


def sheets() -> list[str]:
    """Names of all stylesheets below the static root, in the order they are linked."""
    root = _root()
    found = [path for pattern in ORDER for path in sorted(root.glob(pattern))]
    return [f"css/{path.relative_to(root).as_posix()}" for path in dict.fromkeys(found)]


@cache
def _sheets_once() -> tuple[str, ...]:
    return tuple(sheets())


def linked() -> tuple[str, ...]:
    """What a page links: the one collected file, or each by itself while developing."""
    if settings.DEBUG:
        return tuple(sheets())
    collected = BUNDLE in getattr(staticfiles_storage, "hashed_files", {})
    return (BUNDLE,) if collected else _sheets_once()


def bundle() -> bytes:
    """All of them, as a visitor gets them."""
    return "\n".join((_root().parent / name).read_text(encoding="utf-8") for name in sheets()).encode()


class OneStylesheet:
    """Mixin of a static files storage: `collectstatic` also writes all sheets as one."""

    def post_process(self, paths: dict[str, Any], *, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run:
            storage: Any = self
            if storage.exists(BUNDLE):
                storage.delete(BUNDLE)
            storage.save(BUNDLE, ContentFile(bundle()))
            paths[BUNDLE] = (self, BUNDLE)
        yield from super().post_process(paths, dry_run=dry_run, **options)  # type: ignore[misc]
