// The aisles of a list, and the basket: where a row stands, and in which order. What was just ticked stays where it is
// while the hand is at the list, so that nothing moves away under the finger.
const REST = 900;
const ROW = ".item";

export class Shelves {
  constructor(list) {
    this.list = list;
    this.moving = new Set();
    this.pressed = -REST;
    list.addEventListener("focusout", () => this.moving.size && this.rest(0));
  }

  // The hand is here: rows wait until it rests.
  hold() {
    this.pressed = performance.now();
  }

  place(row) {
    if (row.at === keyOf(row)) return;
    const left = REST - (performance.now() - this.pressed);
    if (left <= 0 && !isRead(row)) return this.move(row);
    this.moving.add(row);
    this.rest(left);
  }

  rest(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), Math.max(0, wait));
  }

  settle() {
    const left = REST - (performance.now() - this.pressed);
    if (left > 0) return this.rest(left);
    for (const row of this.moving) {
      if (isRead(row)) continue;
      this.moving.delete(row);
      if (row.isConnected) this.move(row);
    }
    this.count();
  }

  insert(row) {
    this.move(row);
    window.htmx?.process(row);
    return row;
  }

  remove(row) {
    this.moving.delete(row);
    row.remove();
  }

  move(row) {
    const shelf = this.shelfOf(row);
    if (!shelf) return row.remove(); // a list that was put aside shows none
    const before = place(shelf, row);
    row.at = keyOf(row);
    if (row.isConnected && shelf.moveBefore) shelf.moveBefore(row, before);
    else shelf.insertBefore(row, before);
  }

  // Before a row is changed: as the server drew it, it stands where it belongs.
  know(row) {
    row.at ??= keyOf(row);
  }

  shelfOf({ dataset: { state, aisle } }) {
    const slug = state === "ticked" ? "basket" : aisle;
    const section = this.list.querySelector(`:scope > [data-aisle="${CSS.escape(slug)}"]`) ?? this.list.querySelector(":scope > [data-aisle=else]");
    return section?.querySelector("ul");
  }

  // How many there are; an aisle without rows is not seen.
  count() {
    for (const section of this.list.querySelectorAll(":scope > [data-aisle]")) {
      const many = section.querySelector("ul").childElementCount;
      if (section.hidden !== !many) section.hidden = !many;
      const told = section.querySelector(".count");
      if (told && told.textContent !== String(many)) told.textContent = many;
    }
    const total = this.list.querySelectorAll(ROW).length;
    const ticked = this.list.querySelectorAll(`${ROW}[data-state=ticked]`).length;
    return { total, ticked };
  }
}

// A keyboard is at this row: it stays until it leaves.
function isRead(row) {
  return row.querySelector(":focus-visible") !== null;
}

function keyOf({ dataset: { state, aisle, key, ticked } }) {
  return state === "ticked" ? `basket ${ticked}` : `${aisle} ${key}`;
}

function place(shelf, row) {
  const rows = [...shelf.children].filter((one) => one !== row);
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(rows[middle].dataset, row.dataset)) low = middle + 1;
    else high = middle;
  }
  return rows[low] ?? null;
}

function isBefore(one, other) {
  if (other.state === "ticked" && one.ticked !== other.ticked) return Number(one.ticked) > Number(other.ticked);
  if (other.state === "ticked") return one.item < other.item;
  return one.key < other.key || (one.key === other.key && one.item < other.item);
}
