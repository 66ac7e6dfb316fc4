// <order-rows>: rows that are dragged at their grip, or moved with Alt and the arrow keys; what lies there is sent.
import { dragRows } from "../drag-rows.js";

class OrderRows extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    dragRows(this.list, () => this.send());
    this.list.addEventListener("keydown", (event) => this.onKey(event));
  }

  onKey(event) {
    const row = event.target.closest("li");
    const up = event.key === "ArrowUp";
    if (!row || !event.altKey || !(up || event.key === "ArrowDown")) return;
    event.preventDefault();
    const focused = document.activeElement;
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (up) other.before(row);
    else other.after(row);
    focused.focus();
    this.say(row);
    this.send();
  }

  say(row) {
    const rows = [...this.list.children];
    const words = this.dataset.moved.replace("{at}", rows.indexOf(row) + 1).replace("{all}", rows.length);
    this.querySelector("[role=status]").textContent = words;
  }

  send() {
    this.querySelector("form").requestSubmit();
  }
}

customElements.define("order-rows", OrderRows);
