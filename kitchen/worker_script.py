"""The service worker as one plain script, made of its modules: every browser with service workers can run it, and one
answer holds all of it. It shares modules with pages, which load them as they are.
"""

import re
from pathlib import Path, PurePosixPath

from django.contrib.staticfiles import finders

ENTRY = "js/service-worker.js"
IMPORT = re.compile(
    r'^import (?:\{(?P<names>[^}]*)\}|\* as (?P<whole>\w+)) from "(?P<path>\.{1,2}/[^"]+)";$', re.MULTILINE
)
BARE_IMPORT = re.compile(r'^import "(?P<path>\.{1,2}/[^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
OTHER = re.compile(r"^(?:import|export)\b.*$|\bimport\(", re.MULTILINE)


def joined(entry: str = ENTRY) -> str:
    """All modules that the entry imports, each in a function of its own, those that are imported first."""
    modules: dict[str, str] = {}
    _add(entry, modules, ())
    return "\n".join(['"use strict";', "const modules = {};", *modules.values()])


def _add(name: str, modules: dict[str, str], importers: tuple[str, ...]) -> None:
    if name in importers:
        raise ValueError(f"{name} imports itself: {' > '.join([*importers, name])}")
    if name in modules:
        return
    text = _source(name)
    for pattern in (IMPORT, BARE_IMPORT):
        for found in pattern.finditer(text):
            _add(_resolved(name, found["path"]), modules, (*importers, name))
    modules[name] = _as_function(name, text)


def _as_function(name: str, text: str) -> str:
    def constant(found: re.Match[str]) -> str:
        names = (found["names"] or "").replace(" as ", ": ")
        return f'const {found["whole"] or f"{{{names}}}"} = modules["{_resolved(name, found["path"])}"];'

    exported = ", ".join(EXPORT.findall(text))
    body = EXPORT.sub("", BARE_IMPORT.sub("", IMPORT.sub(constant, text)))
    if other := OTHER.search(body):
        raise ValueError(f"{name}: {other[0]!r} is not understood; import names, and export declarations.")
    return f'modules["{name}"] = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();'


def _source(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(f"{name} is not among the static files.")
    return Path(found).read_text(encoding="utf-8")


def _resolved(importer: str, path: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(importer).parent / path).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
