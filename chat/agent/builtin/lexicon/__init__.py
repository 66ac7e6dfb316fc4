"""The words of the built-in assistant, as files that can be read and added to without knowing any code."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The lines of a file; those that begin with # are remarks."""
    lines = (line.strip() for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def pairs(name: str) -> dict[str, str]:
    """The lines of a file of the form "this = that"."""
    parted = (line.split("=", 1) for line in phrases(name))
    return {this.strip(): that.strip() for this, that in parted}


def any_of(words: Iterable[str]) -> str:
    """An expression (verbose) for any of the phrases, the longest first."""
    every = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(one) for one in every)
