"""Asking in turn: each page after the reference page, round after round, so that the machine's noise meets both."""

import gzip
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import brotli

from benchmarks.asking import Answer, Asks, Browser, Question
from benchmarks.machine import seconds_of_processor
from benchmarks.targets import REFERENCE

Figures = dict[str, Any]


def check(name: str, answer: Answer) -> Answer:
    assert answer.status in {200, 302}, f"{name}: {answer.status} {answer.body[:300]!r}"
    return answer


def first_look(browser: Browser, asks: Asks) -> dict[str, Figures]:
    """What does not depend on the clock: queries, and bytes as they are sent and as they are drawn."""
    found = {}
    for name, ask in asks.items():
        check(name, browser.ask(ask()))
        answer = check(name, browser.ask(ask(), counting=True))
        plain = unpacked(answer.body)
        found[name] = {"queries": answer.queries, "bytes": len(plain), "sent": len(answer.body)}
    return found


def unpacked(body: bytes) -> bytes:
    if body.startswith(b"\x1f\x8b"):
        return gzip.decompress(body)
    try:
        return bytes(brotli.decompress(body))
    except brotli.error:
        return body


def in_turn(browser: Browser, asks: Asks, rounds: int, pid: int) -> dict[str, Figures]:
    """Milliseconds on the clock and of the server's processor, one client."""
    times: dict[str, list[float]] = {name: [] for name in asks}
    worked: dict[str, list[float]] = {name: [] for name in asks}

    def one(name: str) -> None:
        question, used, begun = asks[name](), seconds_of_processor(pid), time.perf_counter()
        answer = browser.ask(question)
        times[name].append((time.perf_counter() - begun) * 1000)
        worked[name].append((seconds_of_processor(pid) - used) * 1000)
        check(name, answer)

    for _ in range(rounds):
        for name in asks:
            if name != REFERENCE:
                one(REFERENCE)
                one(name)
    return {name: {**spread(times[name]), "cpu": middle(worked[name])} for name in asks}


def spread(took: Sequence[float]) -> Figures:
    ordered = sorted(took)
    return {
        "p50": middle(took),
        "p95": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 2),
        "a_second": round(1000 / statistics.fmean(took), 1),
    }


def middle(took: Sequence[float]) -> float:
    return round(statistics.median(took), 2)


def at_once(browsers: Sequence[Browser], ask: Callable[[], Question], each: int) -> float:
    """Requests a second while so many browsers ask without a pause."""

    def busy(browser: Browser) -> None:
        for _ in range(each):
            browser.ask(ask())

    threads = [threading.Thread(target=busy, args=(browser,)) for browser in browsers]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return round(each * len(browsers) / (time.perf_counter() - begun), 1)
