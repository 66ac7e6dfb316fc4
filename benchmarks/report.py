"""The figures as a table for people, beside those that were committed last, and as JSON for the next time."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.targets import REFERENCE, TARGETS

RESULTS = Path(__file__).with_name("results")
HEAD = "| page | p50 | p95 | x reference | target | CPU ms | a second | 8 clients | queries | bytes sent | x before |"


def add_ratios(pages: dict[str, dict[str, Any]]) -> None:
    base = pages[REFERENCE]
    for page in pages.values():
        page["ratio"] = round(page["p50"] / base["p50"], 2)
        page["cpu_ratio"] = round(page["cpu"] / base["cpu"], 2)


def table(size: str, pages: dict[str, dict[str, Any]]) -> Iterator[str]:
    """`before` is the ratio now as a multiple of the committed one: below 1 is better."""
    former = committed(size).get("pages", {})
    yield HEAD
    yield "|---" * (HEAD.count("|") - 1) + "|"
    for name, page in pages.items():
        target = TARGETS.get(name)
        met = "" if target is None else f"{target:g} {'met' if page['ratio'] <= target else 'MISSED'}"
        change = f"{page['ratio'] / former[name]['ratio']:.2f}" if name in former else ""
        cells = [name, page["p50"], page["p95"], f"{page['ratio']:.2f}", met, page["cpu"], page["a_second"]]
        cells += [page.get("at_once", ""), page["queries"], page["sent"], change]
        yield "| " + " | ".join(str(cell) for cell in cells) + " |"


def committed(size: str) -> dict[str, Any]:
    kept = RESULTS / f"{size}.json"
    return json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}


def write(size: str, told: dict[str, Any]) -> Path:
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{size}.json"
    path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return path
