// <shopping-suggestions data-list>: what is tapped goes on the list of this page at once, with a network or without one;
// what stands on the list, whoever put it there, is not suggested any more. Asks the server for nothing.
import { newId } from "../new-id.js";

const ROWS = ".item:not([data-state='gone'])";

class ShoppingSuggestions extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.leaving = new AbortController();
    this.form.addEventListener("submit", (event) => this.onSubmit(event), { capture: true, signal: this.leaving.signal });
    this.watch();
    this.settle();
  }

  disconnectedCallback() {
    this.leaving.abort();
    this.watching?.disconnect();
  }

  get list() {
    return document.querySelector(`shopping-list[data-list="${this.dataset.list}"]`);
  }

  // Where the list keeps what is done itself, a tap waits there; else the form is sent.
  onSubmit(event) {
    const button = event.submitter;
    if (button?.name !== "line" || !this.list || !("ready" in this.list.dataset)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const row = button.closest("li");
    row.dataset.taken = newId();
    this.leave(row);
    this.list.do({ kind: "add", item: row.dataset.taken, text: button.value, typed: button.value }).catch(() => {
      delete row.dataset.taken;
      this.settle();
    });
  }

  // The next one takes the focus, for whoever goes through them with keys.
  leave(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.hidden = true;
    next?.querySelector(".whole")?.focus({ preventScroll: true });
    this.tell();
  }

  watch() {
    if (!this.list) return;
    this.watching = new MutationObserver(() => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.settle());
    });
    this.watching.observe(this.list, { childList: true, subtree: true, attributeFilter: ["data-key", "data-state"] });
  }

  settle() {
    if (!this.list) return;
    const there = new Set([...this.list.querySelectorAll(ROWS)].flatMap(({ dataset }) => [dataset.key, dataset.item]));
    for (const row of this.querySelectorAll("[data-keys]")) {
      row.hidden = [row.dataset.taken, ...row.dataset.keys.split("|")].some((key) => key && there.has(key));
    }
    this.tell();
  }

  tell() {
    const none = this.querySelector(".none");
    if (none) none.hidden = this.querySelector("[data-keys]:not([hidden])") !== null;
  }
}

customElements.define("shopping-suggestions", ShoppingSuggestions);
