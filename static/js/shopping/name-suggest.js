// <name-suggest data-url data-from>: below the line the names that its end may mean: those that came with the page, at
// once and without a network, then the server's. Arrows choose, Enter or a tap puts it on the list, Tab only fills it in.
import { find, lastThing, plain, readNames } from "./name-match.js";

const MOST = 8;
const PAUSE = 150;

class NameSuggest extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("[name=line]");
    this.names = readNames(document.getElementById(this.dataset.from));
    this.offered = Object.assign(document.createElement("ul"), { className: "offered", id: `${this.field.id}_names`, hidden: true });
    this.offered.setAttribute("role", "listbox");
    this.offered.setAttribute("aria-label", this.field.getAttribute("aria-label"));
    this.append(this.offered);
    // No combobox: a field of several lines may not be one, and a reader is told of the offered names all the same.
    const said = { "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": this.offered.id };
    for (const [name, value] of Object.entries(said)) this.field.setAttribute(name, value);
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("keydown", (event) => this.onKey(event), { capture: true });
    this.field.addEventListener("blur", () => this.close());
    this.field.form.addEventListener("submit", () => this.close(), { capture: true });
    // The field keeps the focus, and the keyboard of a phone stays.
    this.offered.addEventListener("pointerdown", (event) => event.preventDefault());
    this.offered.addEventListener("click", ({ target }) => this.take(target.closest("[role=option]"), true));
  }

  disconnectedCallback() {
    this.offered?.remove();
    clearTimeout(this.asking);
  }

  look() {
    clearTimeout(this.asking);
    const thing = lastThing(this.field.value);
    const { found, said, words } = find(this.names, thing, MOST);
    this.show(found, { ...thing, said, words });
    if (found.length < MOST && plain(thing.rest).trim().length > 1) this.asking = setTimeout(() => this.ask(thing), PAUSE);
  }

  async ask(thing) {
    const line = this.field.value;
    try {
      const answer = await fetch(`${this.dataset.url}?q=${encodeURIComponent(thing.typed)}`, { headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected || this.field.value !== line || document.activeElement !== this.field) return;
      const drawn = document.createElement("template");
      drawn.innerHTML = await answer.text();
      const known = new Set(this.names.map(({ name }) => plain(name)));
      this.names.push(...readNames(drawn.content.firstElementChild).filter(({ name }) => !known.has(plain(name))));
    } catch {
      return; // Without a network what came with the page is all there is.
    }
    const { found, said, words } = find(this.names, thing, MOST);
    this.show(found, { ...thing, said, words });
  }

  show(found, thing) {
    this.thing = thing;
    const chosen = this.chosen?.dataset.name;
    const exact = found.length === 1 && plain(found[0].name) === plain(thing.words).trim();
    this.offered.replaceChildren(...(exact ? [] : found).map((one, n) => this.option(one, n)));
    this.offered.hidden = !this.offered.children.length;
    this.choose([...this.offered.children].find((one) => one.dataset.name === chosen));
  }

  option({ emoji, name, amount }, n) {
    const option = Object.assign(document.createElement("li"), { id: `${this.offered.id}_${n}` });
    option.setAttribute("role", "option");
    Object.assign(option.dataset, { name, amount });
    for (const [word, text] of [["emoji", emoji], ["name", name], ["amount", this.thing.said ? "" : amount]]) {
      option.append(Object.assign(document.createElement("span"), { className: word, textContent: text }));
    }
    option.firstChild.setAttribute("aria-hidden", "true");
    return option;
  }

  get chosen() {
    return this.offered.querySelector("[aria-selected=true]");
  }

  choose(option) {
    for (const one of this.offered.children) one.setAttribute("aria-selected", String(one === option));
    this.field.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  }

  onKey(event) {
    if (this.offered.hidden || event.isComposing) return;
    const options = [...this.offered.children];
    const at = options.indexOf(this.chosen);
    if (event.key === "ArrowDown") this.choose(options[(at + 1) % options.length]);
    else if (event.key === "ArrowUp") this.choose(options[at < 0 ? options.length - 1 : at - 1]);
    else if (event.key === "Escape") this.close();
    else if (["Enter", "Tab"].includes(event.key) && at >= 0 && !event.shiftKey) this.take(options[at], event.key === "Enter");
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  take(option, isDone) {
    if (!option) return;
    const { start, said } = this.thing;
    const amount = said ? said.trimEnd() : option.dataset.amount;
    this.field.value = `${this.field.value.slice(0, start)}${amount ? `${amount} ` : ""}${option.dataset.name}`;
    this.close();
    this.field.focus();
    if (isDone) this.field.form.requestSubmit();
  }

  close() {
    clearTimeout(this.asking);
    this.offered.replaceChildren();
    this.offered.hidden = true;
    this.field.setAttribute("aria-activedescendant", "");
  }
}

customElements.define("name-suggest", NameSuggest);
