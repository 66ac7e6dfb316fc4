// <dish-list> around dishes: arrow keys go from one to the next as they lie, down from the search to the first, and up
// from the first row back into it.
class DishList extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", this);
  }

  get dishes() {
    return [...this.querySelectorAll("a.dish")];
  }

  handleEvent(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const from = event.target.closest("a.dish");
    const to = from && (this.besides(from, event.key) ?? this.above(from, event.key));
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  besides(from, key) {
    const dishes = this.dishes;
    const at = dishes.indexOf(from);
    const back = getComputedStyle(this).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    if (key === "ArrowLeft" || key === "ArrowRight") return dishes[at + (key === back ? -1 : 1)];
    if (key === "ArrowDown") return nearest(from, dishes.slice(at + 1), (one, box) => one.top >= box.bottom - 1);
    if (key === "ArrowUp") return nearest(from, dishes.slice(0, at).reverse(), (one, box) => one.bottom <= box.top + 1);
    return null;
  }

  above(from, key) {
    return key === "ArrowUp" ? document.querySelector("main [data-shortcut='/']") : null;
  }
}

// The first row of those that lie there, and in it the one that lies most under or over it.
function nearest(from, dishes, lies) {
  const box = from.getBoundingClientRect();
  const there = dishes.map((dish) => ({ dish, at: dish.getBoundingClientRect() })).filter(({ at }) => lies(at, box));
  const row = there.filter(({ at }) => Math.abs(at.top - there[0].at.top) < at.height / 2);
  row.sort((one, other) => Math.abs(one.at.left - box.left) - Math.abs(other.at.left - box.left));
  return row[0]?.dish;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" || !event.target.matches?.("main input[data-shortcut='/']")) return;
  const first = document.querySelector("dish-list a.dish");
  if (!first) return;
  event.preventDefault();
  first.focus();
});

// Back from a search, or loaded again, the browser would put back what was typed then; the address says what is shown.
addEventListener("pageshow", ({ persisted }) => {
  const words = document.querySelector("main input[data-shortcut='/']");
  const isAgain = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
  if (words && isAgain && !persisted) words.value = words.defaultValue;
});

customElements.define("dish-list", DishList);
