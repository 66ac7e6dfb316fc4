// What the others put on the list while one is in the shop: it stands out until it has been in sight for a while.
// Which rows are known is kept on the device, so that a page that was closed meanwhile misses nothing.
const LOOKED = 3_000; // ms for which a row is in sight until it has been seen
const ROWS = ".item[data-item]";

export class FromHome {
  // `told` is called with the rows that stand out, whenever they change.
  constructor(root, list, told) {
    Object.assign(this, { root, told, place: `shop-seen ${list}`, rows: [], kept: "" });
    this.known = this.remembered() ?? new Set(itemsIn(root));
    this.sight = new IntersectionObserver((seen) => this.look(seen), { threshold: 0.9 });
    this.changes = new MutationObserver(() => this.compare());
    this.changes.observe(root, { childList: true, subtree: true, attributeFilter: ["data-number", "data-state"] });
    this.compare();
  }

  stop() {
    this.changes.disconnect();
    this.sight.disconnect();
  }

  // One's own rows are no news; nor is what was ticked or taken off meanwhile.
  compare() {
    this.rows = [];
    for (const row of this.root.querySelectorAll(ROWS)) {
      const { item, state, by } = row.dataset;
      const isMine = "waiting" in row.dataset || by === document.documentElement.dataset.person;
      const isNew = state === "open" && !isMine && !this.known.has(item);
      if (isNew) this.rows.push(row);
      else this.known.add(item);
      if (row.hasAttribute("data-from-home") === isNew) continue;
      row.toggleAttribute("data-from-home", isNew);
      if (isNew) this.sight.observe(row);
    }
    this.remember();
    this.told(this.rows);
  }

  look(seen) {
    for (const { target, isIntersecting } of seen) {
      clearTimeout(target.looked);
      if (isIntersecting) target.looked = setTimeout(() => this.saw(target), LOOKED);
    }
  }

  // A telephone in the pocket has seen nothing: it is looked at again when it comes out.
  saw(row) {
    this.sight.unobserve(row);
    if (document.visibilityState !== "visible") return this.sight.observe(row);
    this.known.add(row.dataset.item);
    this.compare();
  }

  remembered() {
    try {
      const kept = localStorage.getItem(this.place);
      return kept && new Set(JSON.parse(kept));
    } catch {
      return null;
    }
  }

  remember() {
    const kept = JSON.stringify(itemsIn(this.root).filter((item) => this.known.has(item)));
    if (kept === this.kept) return;
    this.kept = kept;
    try {
      localStorage.setItem(this.place, kept);
    } catch {
      // Then all of them are known on the next visit.
    }
  }
}

function itemsIn(root) {
  return [...root.querySelectorAll(ROWS)].map((row) => row.dataset.item);
}
