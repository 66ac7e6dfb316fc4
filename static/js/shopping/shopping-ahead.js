// <shopping-ahead>: what is to be bought next, on a page that shows no list of its own. What was done on this device and
// has not reached the server yet is counted in: ticked things are gone, added ones are counted.
import * as outbox from "./outbox.js";

const GONE = new Set(["tick", "remove"]);
const BACK = new Set(["untick", "restore"]);

class ShoppingAhead extends HTMLElement {
  async connectedCallback() {
    this.leaving = new AbortController();
    const person = document.documentElement.dataset.person;
    if (!person) return;
    const ignore = outbox.listen(() => this.draw());
    this.leaving.signal.addEventListener("abort", ignore);
    try {
      if (outbox.owner() !== person) await outbox.begin(person);
    } catch {
      return; // Where nothing can be kept, nothing waits.
    }
    if (this.isConnected) this.draw();
  }

  disconnectedCallback() {
    this.leaving?.abort();
  }

  draw() {
    const waiting = outbox.waiting();
    for (const row of this.querySelectorAll("[data-item]")) row.hidden = isGone(waiting.filter(({ item }) => item === row.dataset.item));
    for (const told of this.querySelectorAll("[data-count]")) {
      told.textContent = Math.max(0, Number(told.dataset.count) + changeOf(waiting.filter(({ list }) => list === told.dataset.list)));
    }
  }
}

const isGone = (some) => GONE.has(some.findLast(({ kind }) => GONE.has(kind) || BACK.has(kind))?.kind);

// By how many the list is longer, or shorter, than the server knows: each item once, by what was done to it last.
function changeOf(some) {
  const last = new Map(some.filter(({ kind }) => kind !== "edit").map((one) => [one.item, one.kind]));
  const added = new Set(some.filter(({ kind }) => kind === "add").map(({ item }) => item));
  return [...last].reduce((sum, [item, kind]) => {
    if (added.has(item)) return sum + (GONE.has(kind) ? 0 : 1);
    return sum + (GONE.has(kind) ? -1 : BACK.has(kind) ? 1 : 0);
  }, 0);
}

customElements.define("shopping-ahead", ShoppingAhead);
