// <lot-picker>: choosing several rows. A link [data-pick] begins and ends it (without JavaScript it leads to the page with
// boxes), a long press on a row begins with that row, Shift takes all between two, Escape ends. What is chosen stays
// chosen when the rows are drawn again, as long as they are there.
import { onLongPress } from "../long-press.js";
import { newId } from "../new-id.js";

class LotPicker extends HTMLElement {
  connectedCallback() {
    this.chosen = new Set();
    this.form = this.querySelector(".pick-bar");
    if (!this.form) return;
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("change", (event) => this.onChange(event));
    this.addEventListener("keydown", (event) => this.onKey(event));
    onLongPress(this, ".lot", (row) => !this.isOn && this.hold(row));
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    document.addEventListener("several:done", () => this.turn(false), { signal });
    this.addEventListener("htmx:afterSwap", () => this.restore());
    this.restore();
  }

  disconnectedCallback() {
    this.leaving?.abort();
  }

  get isOn() {
    return this.hasAttribute("data-picking");
  }

  get boxes() {
    return [...this.querySelectorAll(".pick")];
  }

  turn(on) {
    this.toggleAttribute("data-picking", on);
    const begin = this.querySelector("[data-pick][aria-pressed]");
    begin?.setAttribute("aria-pressed", String(on));
    if (!on && this.form.contains(document.activeElement)) begin?.focus();
    // Each time is a deed of its own: what was taken back can be done again from the same page.
    this.form.elements.operation.value = newId();
    if (!on) this.choose(this.boxes, false);
    this.tell();
  }

  onClick(event) {
    if (event.target.closest("[data-pick]")) {
      event.preventDefault();
      this.turn(!this.isOn);
    } else if (event.target.closest("[data-all]")) {
      this.choose(this.boxes, this.chosen.size < this.boxes.length);
    } else if (event.target.matches(".pick")) {
      if (event.shiftKey && this.last?.isConnected) this.chooseBetween(this.last, event.target);
      this.last = event.target;
    }
  }

  onKey(event) {
    if (event.key === "Escape" && this.isOn) this.turn(false);
    if (event.key !== " " || !event.target.matches("a[data-pick]")) return;
    event.preventDefault();
    event.target.click();
  }

  onChange({ target }) {
    if (target.matches(".pick")) this.choose([target], target.checked);
  }

  chooseBetween(one, other) {
    const boxes = this.boxes;
    const [from, to] = [boxes.indexOf(one), boxes.indexOf(other)].sort((a, b) => a - b);
    this.choose(boxes.slice(from, to + 1), other.checked);
  }

  choose(boxes, on) {
    for (const box of boxes) {
      box.checked = on;
      this.chosen[on ? "add" : "delete"](box.value);
    }
    this.tell();
  }

  hold(row) {
    const box = row.querySelector(".pick");
    if (!box) return;
    this.turn(true);
    this.choose([box], true);
    this.last = box;
  }

  restore() {
    const boxes = this.boxes;
    const there = new Set(boxes.map((box) => box.value));
    for (const box of boxes) if (box.checked) this.chosen.add(box.value);
    for (const id of this.chosen) if (!there.has(id)) this.chosen.delete(id);
    this.choose(boxes.filter((box) => this.chosen.has(box.value)), true);
  }

  tell() {
    this.form.querySelector("[data-count]").textContent = String(this.chosen.size);
    for (const button of this.form.querySelectorAll("[formaction]")) button.disabled = !this.chosen.size;
  }
}

customElements.define("lot-picker", LotPicker);
