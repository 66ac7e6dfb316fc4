// <aisle-order>: rows of aisles that can be dragged at their grip. What was dropped is sent by the form around them,
// as its buttons do it; the answer draws the rows again.
import { dragRows } from "../drag-rows.js";

class AisleOrder extends HTMLElement {
  connectedCallback() {
    const list = this.querySelector("ol");
    const rows = () => [...list.children];
    let row = null;
    let from = -1;
    list.addEventListener("pointerdown", (event) => {
      row = event.target.closest("li");
      from = rows().indexOf(row);
    });
    dragRows(list, () => {
      const to = rows().indexOf(row);
      if (to === from) return;
      const field = this.querySelector("input[name=move]");
      field.disabled = false;
      field.value = `${row.dataset.aisle}:${to}`;
      this.querySelector("form").requestSubmit();
    });
  }
}

customElements.define("aisle-order", AisleOrder);
