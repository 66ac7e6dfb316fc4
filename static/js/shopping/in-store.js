// <in-store data-list>: the list in the hand. What comes from home stands out, and the last tick of this device is
// taken back at the thumb. The rows themselves are those of <shopping-list>.
import { FromHome } from "./from-home.js";

const TICK = "[role=checkbox]";

class InStore extends HTMLElement {
  connectedCallback() {
    this.undo = this.querySelector("[data-undo-tick]");
    this.next = this.querySelector("[data-next-new]");
    // What was ticked here, the newest last; before that what the server knows of.
    this.ticked = this.undo.dataset.item ? [this.undo.dataset.item] : [];
    this.addEventListener("click", (event) => this.press(event), { capture: true });
    this.news = new FromHome(this.querySelector("main"), this.dataset.list, (rows) => this.show(rows));
  }

  disconnectedCallback() {
    this.news.stop();
  }

  show(rows) {
    this.next.hidden = !rows.length;
    this.next.querySelector("[data-new-count]").textContent = rows.length;
    const last = this.last();
    this.undo.disabled = !last;
    this.undo.querySelector("[data-what]").textContent = last?.querySelector("[data-slot=name]").textContent ?? "";
  }

  // The newest of them that still lies in the basket.
  last() {
    const item = this.ticked.findLast((one) => rowOf(one)?.dataset.state === "ticked");
    return item && rowOf(item);
  }

  press(event) {
    if (event.target.closest("[data-next-new]")) this.goToNew();
    else if (event.target.closest("[data-undo-tick]")) this.takeBack(event);
    else this.note(event.target.closest(TICK)?.closest(".item"));
  }

  note(row) {
    if (row?.dataset.state !== "open") return;
    const { item } = row.dataset;
    this.ticked = [...this.ticked.filter((one) => one !== item), item];
    navigator.vibrate?.(15);
  }

  // Without a place to keep changes the button stays what it is: a form.
  takeBack(event) {
    const row = this.last();
    if (!row || !("ready" in this.querySelector("shopping-list").dataset)) return;
    event.preventDefault();
    row.querySelector(TICK).click();
  }

  goToNew() {
    const [row] = this.news.rows;
    row?.scrollIntoView({ block: "center", behavior: "smooth" });
    row?.querySelector(TICK)?.focus({ preventScroll: true });
  }
}

function rowOf(item) {
  return document.getElementById(`item_${item}`);
}

customElements.define("in-store", InStore);
