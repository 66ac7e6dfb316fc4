// <unsent-changes>: how many changes wait on this device, why, and what became of those that were refused. Its words are
// in templates: data-state for why they wait (sender.js tells the words), data-part for the rest.
import * as outbox from "./outbox.js";
import * as outgoing from "./outgoing.js";

const PATIENCE = 1_500;
const ALIKE = { busy: "waiting", "": "waiting" };

class UnsentChanges extends HTMLElement {
  connectedCallback() {
    this.says = this.querySelector("[role=status]");
    this.list = this.querySelector("ul");
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    signal.addEventListener("abort", outbox.listen(() => this.show()));
    document.addEventListener("outgoing:state", () => this.show(), { signal });
    this.addEventListener("click", ({ target }) => target.closest("[data-send]") && outgoing.send(), { signal });
    this.show();
  }

  disconnectedCallback() {
    this.leaving.abort();
    clearTimeout(this.timer);
  }

  show() {
    clearTimeout(this.timer);
    const many = outbox.waiting().length;
    const state = outgoing.stateNow();
    if (!many) this.say("", 0);
    else if (state || this.said) this.say(ALIKE[state] ?? state, many);
    else this.timer = setTimeout(() => this.say("waiting", outbox.waiting().length), PATIENCE);
    this.showRefused();
  }

  // A screen reader hears of a change of state, not of each number.
  say(state, many) {
    if (state !== this.said) {
      const words = state && (this.part(`[data-state="${state}"]`) ?? this.part("[data-state=waiting]"));
      this.says.replaceChildren(...(words ? [words.content.cloneNode(true)] : []));
    }
    this.said = state;
    this.rest();
    for (const place of this.says.querySelectorAll("[data-count]")) place.textContent = many;
  }

  rest() {
    this.toggleAttribute("data-silent", this.list.hidden && !this.said);
  }

  part(which) {
    return this.querySelector(`template${which}`);
  }

  // What was done to one thing is one entry, however many changes of it were refused. Others stay as they are: somebody
  // may be correcting a text in one.
  showRefused() {
    const refused = new Map();
    for (const one of outbox.all()) if (one.state === "refused") refused.set(one.item, [...refused.get(one.item) ?? [], one]);
    for (const entry of [...this.list.children]) if (entry.of !== namesOf(refused.get(entry.dataset.item))) entry.remove();
    const there = new Set([...this.list.children].map(({ dataset }) => dataset.item));
    for (const [item, operations] of refused) if (!there.has(item)) this.list.append(this.entry(item, operations));
    this.list.hidden = !refused.size;
    this.rest();
  }

  entry(item, operations) {
    const first = operations.find(({ kind }) => kind === "add") ?? operations[0];
    const entry = this.part(first.kind === "add" ? "[data-part=refused-add]" : "[data-part=refused]").content.firstElementChild.cloneNode(true);
    entry.dataset.item = item;
    entry.of = namesOf(operations);
    const text = entry.querySelector("[data-text]");
    if ("value" in text) text.value = first.typed;
    else text.textContent = first.typed;
    if (first.why) entry.querySelector("[data-why]").textContent = first.why;
    entry.querySelector("[data-again]").addEventListener("click", () => this.again(operations, text.value));
    entry.querySelector("[data-drop]").addEventListener("click", () => operations.forEach(({ id }) => outbox.drop(id)));
    return entry;
  }

  async again(operations, text) {
    for (const one of operations) await outbox.retry(one, this.changes(one, text));
  }

  // Whoever takes off again has seen by now what the others did.
  changes({ kind, item }, text) {
    if (kind === "add" && text) return { text };
    const seen = Number(document.getElementById(`item_${item}`)?.dataset.number);
    return kind === "remove" && seen ? { seen } : {};
  }
}

const namesOf = (operations = []) => operations.map(({ id }) => id).join();

customElements.define("unsent-changes", UnsentChanges);
