"""A list of 1,000 things in Chromium: how soon a tick is seen, and how smoothly it scrolls. Run it on a quiet machine.

A tick is measured in the page, from the event of the press to the end of the frame that shows it (the second animation
frame after it began), on a phone's screen, with the processor slowed down as `--slower` says: 4 is an older phone.
Scrolling is 300 frames of a finger's speed; a frame that took more than 1.5 times of what the screen gives is late.
"""

import argparse
import asyncio
import os
import tempfile
from pathlib import Path
from typing import Any

import httpx2
from django.core.management import call_command
from playwright.sync_api import Page, sync_playwright

os.environ.setdefault("KITCHEN_VAR", tempfile.mkdtemp(prefix="kitchen-lists-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kitchen.settings")

from benchmarks.lists import percentiles
from benchmarks.party import Party
from benchmarks.shoppers import Place
from tests.operations.processes import Running

ITEMS, PRESSES = 1000, 40
TICK = """(at) => new Promise((done) => {
    const row = document.querySelectorAll("shopping-list .item[data-state=open]")[at];
    const button = row.querySelector("[role=checkbox]");
    button.scrollIntoView({ block: "center" });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
        const begun = performance.now();
        button.click();
        requestAnimationFrame(() => setTimeout(() => {
            const shown = button.ariaChecked === "true";
            done(shown ? performance.now() - begun : -1);
        }));
    })));
})"""
SCROLL = """(frames) => new Promise((done) => {
    const times = [];
    let last = performance.now();
    let at = 0;
    window.scrollTo(0, 0);
    const step = (now) => {
        times.push(now - last);
        last = now;
        window.scrollBy(0, 60);
        at += 1;
        if (at < frames) requestAnimationFrame(step);
        else done(times.slice(2));
    };
    requestAnimationFrame(step);
})"""
LIST = "/h/{code}/shopping/lists/{list}/"


async def fill(party: Party, place: Place) -> None:
    async with httpx2.AsyncClient(timeout=120) as http:
        shopper = party.shopper(place, http, 0)
        for start in range(0, ITEMS, 100):
            asked = [shopper.operation("add", text=f"thing number {start + at}") for at in range(100)]
            done = await shopper.send(asked)
            assert {one["outcome"] for one in done} == {"applied"}


def look(page: Page, party: Party, place: Place) -> list[str]:
    begun = f"{place.origin}{LIST.format(code=party.code, list=party.list)}"
    page.goto(begun)
    page.wait_for_selector("shopping-list[data-ready]", state="attached")
    count = page.locator("shopping-list .item").count()
    ticks = [page.evaluate(TICK, at * 20) for at in range(PRESSES)]
    assert min(ticks) >= 0, "a tick was not seen in the next frame"
    frames: list[float] = page.evaluate(SCROLL, 300)
    usual = sorted(frames)[len(frames) // 2]
    late = sum(one > 1.5 * usual for one in frames)
    load = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    return [
        f"{count} rows, load {os.getloadavg()[0]:.1f}; page ready after {load:.0f} ms",
        f"press to the end of its frame: {percentiles(ticks)}",
        f"scrolling: {percentiles(frames)} a frame; {late} of {len(frames)} late",
    ]


def launch(slower: float, party: Party, place: Place) -> list[str]:
    with sync_playwright() as playwright:
        root: dict[str, Any] = {"args": ["--no-sandbox"]} if os.getuid() == 0 else {}
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), **root)
        context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
        context.add_cookies([{"name": "kitchen_session", "value": party.sessions[0], "url": place.origin}])
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        told = look(page, party, place)
        browser.close()
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slower", type=float, action="append")
    given = parser.parse_args()
    call_command("db_init")
    call_command("migrate", verbosity=0)
    with Running(Path(os.environ["KITCHEN_VAR"])) as running:
        running.first_page()
        for slower in given.slower or (1.0, 4.0):
            party = Party(1)
            place = Place(running.port, party.code, party.list)
            asyncio.run(fill(party, place))
            print(f"processor {slower:g} times slower:", *launch(slower, party, place), sep="\n", flush=True)


if __name__ == "__main__":
    main()
