// The rows of a list on the page: the server's, with what waits on top of them. Only rows that change are touched.
import { morph } from "./morph.js";
import { overlaid, provisional } from "./overlay.js";
import { Shelves } from "./shelves.js";

const BRINGS_BACK = new Set(["tick", "edit", "restore"]);

export const rowOf = (item) => document.getElementById(`item_${item}`);

export class Rows {
  // `waitingFor` gives the operations that wait for an item; `parts` the templates that the server drew.
  constructor(list, parts, waitingFor) {
    Object.assign(this, { list, parts, waitingFor });
    this.shelves = new Shelves(list);
    this.drawn = new Map(); // the server's own rows, of those that look different here
    this.gone = new Map(); // as they were before they went: one that is put back is seen at once
  }

  // A row as the server drew it; older ones than what is there come too late. Tells whether it was news.
  take(fresh) {
    const { item, number, list } = fresh.dataset;
    const known = this.drawn.get(item) ?? this.pristine(item);
    if (known && Number(known.dataset.number) >= Number(number)) return false;
    if (list !== this.list.dataset.list) {
      if (!known) return false;
      fresh.dataset.state = "gone";
    }
    if (fresh.dataset.state === "gone" && known && known.dataset.state !== "gone") this.gone.set(item, known.cloneNode(true));
    this.drawn.set(item, fresh);
    this.draw(item);
    return true;
  }

  pristine(item) {
    const row = rowOf(item);
    return row && !("provisional" in row.dataset) ? row : null;
  }

  numberOf(item) {
    return Number((this.drawn.get(item) ?? this.pristine(item))?.dataset.number ?? 0);
  }

  draw(item) {
    const operations = this.waitingFor(item);
    const row = rowOf(item);
    const base = this.drawn.get(item) ?? this.pristine(item);
    if (operations.length && base && !this.drawn.has(item)) this.drawn.set(item, base.cloneNode(true));
    const view = this.view(item, base, operations);
    if (view === row) return;
    if (!view || view.dataset.state === "gone") this.takeOut(row, view);
    else this.put(row, view);
    if (!operations.length && view && view.dataset.state !== "gone") this.drawn.delete(item);
  }

  // The server's row where nothing waits; undefined or gone where none is to be seen.
  view(item, base, operations) {
    if (!operations.length) return base;
    const added = operations.find(({ kind }) => kind === "add");
    const isHere = base && base.dataset.state !== "gone";
    if (isHere) return overlaid(base, operations, this.parts.mark);
    if (added && this.parts.item) return overlaid(provisional(this.parts.item, this.list.dataset.list, added), operations, this.parts.mark);
    // Taken off by somebody: a tick or a change brings it back, as the server will.
    const isBack = operations.some(({ kind }) => BRINGS_BACK.has(kind)) && this.gone.has(item);
    return isBack ? overlaid(this.gone.get(item), operations, this.parts.mark) : base;
  }

  // Whoever is at the row that goes is taken to the next one.
  takeOut(row) {
    if (!row) return;
    const isHere = row.contains(document.activeElement);
    const next = isHere && (row.nextElementSibling ?? row.previousElementSibling);
    this.shelves.remove(row);
    if (next) next.querySelector("[role=checkbox]")?.focus({ preventScroll: true });
  }

  put(row, view) {
    if (!row) return this.shelves.insert(view.cloneNode(true));
    this.shelves.know(row);
    morph(row, view);
    this.shelves.place(row);
    return row;
  }
}
