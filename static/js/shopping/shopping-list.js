// <shopping-list data-list data-sync data-number>: its rows show at once what somebody does here, wherever there is a
// network or none. What is done becomes an operation that waits on this device until the server has answered it.
// data-queue names whose it is on a page without a person; data-writes: here one may do more than tick.
import { listenToPresses } from "./list-presses.js";
import { keepRow, newerRows } from "./newer-rows.js";
import * as outbox from "./outbox.js";
import * as outgoing from "./outgoing.js";
import { Rows } from "./rows.js";
import { showSaid } from "./said.js";
import { showTally } from "./tally.js";

const PATIENCE = 1_500; // what goes out sooner is nobody's business

class ShoppingList extends HTMLElement {
  connectedCallback() {
    const { list, sync, queue } = this.dataset;
    this.owner = queue ?? document.documentElement.dataset.person;
    this.place = { list, url: sync, household: sync?.split("/")[2] };
    this.rows = new Rows(this, partsOf(document), (item) => this.waitingFor(item));
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    document.addEventListener("live:patched", () => this.count(), { signal });
    document.addEventListener("outgoing:state", () => this.hold(), { signal });
    const ignore = outbox.listen((told) => this.hear(told));
    signal.addEventListener("abort", ignore);
    // A list that was drawn anew shows what waits before anybody sees it without.
    if (outbox.owner() === this.owner) this.drawAll();
    if (this.owner && sync) this.begin(signal);
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  // Without a place to keep operations the buttons stay what they are: forms.
  async begin(signal) {
    try {
      await outgoing.begin(this.owner);
      const newer = await newerRows(this.owner, this.dataset.list, Number(this.dataset.number ?? 0));
      if (signal.aborted) return;
      for (const { html } of newer) this.takeHtml(html);
      this.drawAll();
    } catch {
      return;
    }
    listenToPresses(this, signal);
    this.dataset.ready = "";
  }

  waitingFor(item) {
    return outbox.waitingFor(item).filter(({ list }) => list === this.dataset.list);
  }

  get waiting() {
    return outbox.waiting().filter(({ list }) => list === this.dataset.list);
  }

  // Rejects when it could not be kept; then it is not seen any more either.
  do(...asked) {
    return outbox.add(this.place, asked);
  }

  // What came by the socket.
  take(row) {
    const copy = row.cloneNode(true);
    if (this.rows.take(row) && this.owner) keepRow(this.owner, copy).catch(() => {});
    this.count();
  }

  takeHtml(html) {
    const drawn = document.createElement("template");
    drawn.innerHTML = html;
    for (const row of [...drawn.content.children]) this.rows.take(row);
  }

  hear({ items, answer }) {
    const html = answer?.rows[this.dataset.list];
    if (html) this.takeHtml(html);
    for (const item of items) this.rows.draw(item);
    if (answer) showSaid(this, answer);
    this.count();
    this.hold();
  }

  drawAll() {
    for (const { item } of this.waiting) this.rows.draw(item);
    this.count();
    this.hold();
  }

  count() {
    showTally(this, this.rows.shelves.count());
  }

  // Says that changes wait, once that is no hiccup any more.
  hold() {
    clearTimeout(this.holding);
    const isWaiting = this.waiting.length > 0;
    if (!isWaiting) delete this.dataset.held;
    else if (outgoing.stateNow()) this.dataset.held = "";
    else if (!("held" in this.dataset)) this.holding = setTimeout(() => { this.dataset.held = ""; }, PATIENCE);
  }
}

function partsOf(root) {
  return Object.fromEntries([...root.querySelectorAll("template[data-part]")].map((part) => [part.dataset.part, part]));
}

customElements.define("shopping-list", ShoppingList);
