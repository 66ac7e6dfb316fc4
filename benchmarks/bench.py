"""Measures the main pages over HTTP against `manage.py run`, a process of its own with the embedded database.

Sizes: small (300 lots, 500 recipes), large (10,000 of each), huge (100,000 recipes). What a size needs is laid out once
in var/bench/SIZE and found there the next time. Prints a table and how it compares with the result that was committed
last; `--write` keeps the figures as benchmarks/results/SIZE.json.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.report import add_ratios, committed, table, write

ROOT = Path(__file__).resolve().parent.parent
CLIENTS = 8


def given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=("small", "large", "huge"), default="small")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--write", action="store_true", help="keep the figures as the committed result")
    parser.add_argument("--only", choices=("pages", "start"), help="a part of it")
    parser.add_argument("--var", type=Path, default=ROOT / "var" / "bench", help="where sizes are laid out")
    return parser.parse_args()


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def main() -> None:
    asked = given()
    var = asked.var / asked.size
    # The folder is chosen before Django reads its settings.
    os.environ.update(KITCHEN_VAR=str(var), DJANGO_SETTINGS_MODULE="benchmarks.settings")
    import django

    django.setup()
    from benchmarks import machine
    from benchmarks.house import SIZES, House
    from benchmarks.serving import Serving

    laid_out()
    house = House(SIZES[asked.size], say)
    told: dict[str, Any] = {"size": asked.size, "rounds": asked.rounds, "machine": machine.facts()}
    if asked.only != "start":
        with Serving(var) as serving:
            told |= {"memory_mb": serving.rest(house)}
            pages = serving.pages(house, asked.rounds, CLIENTS)
            told |= {"sockets": serving.sockets(house)}
        add_ratios(pages)
        told["pages"] = pages
    if asked.only != "pages":
        starts = [Serving.start(var) for _ in range(3)]
        told["start_seconds"] = statistics.median(starts)
        told["apart_mb"] = Serving.apart(var)
    tell(asked.size, told)
    if asked.write:
        say(f"kept as {write(asked.size, {**committed(asked.size), **told})}")


def laid_out() -> None:
    from django.core.management import call_command

    call_command("db_init", verbosity=0)
    begun = time.perf_counter()
    call_command("migrate", verbosity=0)
    say(f"database ready after {time.perf_counter() - begun:.0f} s")


def tell(size: str, told: dict[str, Any]) -> None:
    if "pages" in told:
        print(*table(size, told["pages"]), sep="\n")
        print()
    for name in ("machine", "memory_mb", "apart_mb", "sockets", "start_seconds"):
        if name in told:
            print(f"{name}: {told[name]}")


if __name__ == "__main__":
    main()
