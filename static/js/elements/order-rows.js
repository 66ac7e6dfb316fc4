// <order-rows>: rows that are dragged at their grip, or moved with Alt and the arrow keys. What lies there is sent, and
// comes back drawn anew: the focus stays with the row that moved, and it is said where that is now.
import { dragRows } from "../drag-rows.js";

let moved = "";

class OrderRows extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    dragRows(this.list, () => this.querySelector("form").requestSubmit());
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("click", ({ target }) => {
      if (target.closest("button")) moved = target.closest("li").id;
    });
    // After htmx has given the focus back to what it knows.
    if (moved) setTimeout(() => this.settle(), 50);
  }

  onKey(event) {
    const name = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    if (!name || !event.altKey) return;
    event.preventDefault();
    event.target.closest("li")?.querySelector(`[name=${name}]`)?.click();
  }

  settle() {
    const row = document.getElementById(moved);
    moved = "";
    if (!row || !this.contains(row)) return;
    if (!row.contains(document.activeElement)) row.querySelector("button")?.focus();
    const rows = [...this.list.children];
    const words = this.dataset.moved.replace("{at}", rows.indexOf(row) + 1).replace("{all}", rows.length);
    this.querySelector("[role=status]").textContent = words;
  }
}

customElements.define("order-rows", OrderRows);
