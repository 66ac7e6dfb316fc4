// <line-rows>: a box of text with one thing a line, as rows that can be moved, added and taken out. The box stays the
// field that is sent: every change is written through to it, so that nothing depends on the rows. data-apart="blank"
// puts empty lines between (steps). data-meanings is where it is asked what lines mean.
import { dragRows } from "../drag-rows.js";
import { Meanings } from "../line-meanings.js";
import { readLines } from "../line-text.js";
import { listenToRows } from "../row-keys.js";

const MOST = 400;
const GROWS = CSS.supports("field-sizing", "content");
const LETTERS = 38; // of a line, where the browser does not let fields grow by themselves

class LineRows extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector(".whole textarea");
    this.list = this.querySelector(".rows");
    this.blank = this.dataset.apart === "blank";
    this.meanings = this.dataset.meanings ? new Meanings(this.dataset.meanings) : null;
    this.toggle = this.querySelector("[data-toggle]");
    this.toggle.hidden = false;
    this.toggle.addEventListener("click", () => this.show(!this.list.hidden));
    this.list.addEventListener("input", () => this.sync());
    listenToRows(this);
    dragRows(this.list, () => this.sync());
    this.show(this.box.getAttribute("aria-invalid") === "true");
  }

  get rows() {
    return [...this.list.children];
  }

  // As text, or as rows made of it.
  show(asText) {
    const lines = [...readLines(this.box.value, this.blank), ""].slice(0, MOST);
    if (!asText) this.list.replaceChildren(...lines.map((text) => this.row(text)));
    this.querySelector(".whole").hidden = !asText;
    this.list.hidden = this.querySelector("[data-tools]").hidden = asText;
    this.toggle.setAttribute("aria-pressed", String(asText));
    if (!asText) this.mark();
  }

  row(text) {
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    row.querySelector("textarea").value = text;
    return row;
  }

  text(row) {
    return row.querySelector("textarea").value.replace(/\s*\n\s*/g, " ").trim();
  }

  sync() {
    const text = this.rows.map((row) => this.text(row)).filter(Boolean).join(this.blank ? "\n\n" : "\n");
    if (text !== this.box.value) {
      this.box.value = text;
      this.box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.mark();
  }

  mark() {
    for (const row of this.rows) {
      const text = this.text(row);
      row.toggleAttribute("data-part", /^.{1,60}:$/.test(text));
      if (!GROWS) row.querySelector("textarea").rows = Math.ceil((text.length + 1) / LETTERS);
    }
    this.meanings?.show(this.rows, (row) => this.text(row));
  }

  add(after, text = "") {
    const row = this.row(text);
    if (after) after.after(row);
    else this.list.append(row);
    return row;
  }

  focus(row, at) {
    const field = row?.querySelector("textarea");
    field?.focus();
    if (at !== undefined) field?.setSelectionRange(at, at);
  }

  move(row, by) {
    const at = this.rows.indexOf(row) + by;
    const focused = document.activeElement;
    if (at < 0 || at >= this.rows.length) return;
    if (by < 0) this.rows[at].before(row);
    else this.rows[at].after(row);
    focused.focus();
    this.say(this.dataset.moved.replace("{at}", at + 1).replace("{all}", this.rows.length));
    this.sync();
  }

  remove(row) {
    const at = this.rows.indexOf(row);
    const gone = this.querySelector("[data-undo]");
    this.gone = { row, at };
    row.remove();
    gone.hidden = !this.text(row);
    gone.querySelector("span").textContent = this.dataset.gone.replace("{text}", this.text(row));
    if (!this.rows.length) this.add();
    this.focus(this.rows[Math.max(0, at - 1)]);
    if (!gone.hidden) this.say(gone.querySelector("span").textContent);
    this.sync();
  }

  bringBack() {
    this.list.insertBefore(this.gone.row, this.rows[this.gone.at] ?? null);
    this.querySelector("[data-undo]").hidden = true;
    this.focus(this.gone.row);
    this.sync();
  }

  say(text) {
    this.querySelector("[role=status]").textContent = text;
  }
}

customElements.define("line-rows", LineRows);
