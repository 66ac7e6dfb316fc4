// What a row looks like with the changes that wait: the server's row, or one made of what was typed, and they on top.
const LATE = 4e15;
const TICKED = { tick: "true", untick: "false" };

// A new row; `base` is left as it is. `mark` is the template that says so to people.
export function overlaid(base, operations, mark) {
  const row = base.cloneNode(true);
  for (const operation of operations) APPLY[operation.kind]?.(row, operation);
  row.dataset.waiting = "";
  if (mark) row.querySelector(".name")?.append(mark.content.cloneNode(true));
  return row;
}

// What was typed offline, until the server has read it.
export function provisional(template, list, { item, seq, body: { text } }) {
  const row = template.content.firstElementChild.cloneNode(true);
  Object.assign(row.dataset, { list, item, number: 0, state: "open", aisle: "new", key: newest(seq), provisional: "" });
  row.id = `item_${item}`;
  row.querySelector(".whole").id = `tick_${item}`;
  const change = row.querySelector("[data-change]");
  change.id = `change_${item}`;
  change.setAttribute("aria-labelledby", `change_${item} name_${item}`);
  row.querySelector("[data-slot=name]").id = `name_${item}`;
  fill(row, "name", text);
  return row;
}

const APPLY = {
  tick: move,
  untick: move,
  edit(row, { body: { fields } }) {
    for (const [name, text] of Object.entries(fields)) fill(row, name, text);
    if ("note" in fields) row.dataset.note = fields.note;
  },
  remove(row) {
    row.dataset.state = "gone";
  },
  restore(row) {
    const isTicked = row.querySelector("[role=checkbox]")?.ariaChecked === "true";
    row.dataset.state = isTicked ? "ticked" : "open";
  },
};

// Now is later than whatever the server has heard of: it comes first in the basket.
function move(row, { kind, seq }) {
  const isTicked = TICKED[kind];
  row.querySelector("[role=checkbox]")?.setAttribute("aria-checked", isTicked);
  row.dataset.state = kind === "tick" ? "ticked" : "open";
  row.toggleAttribute("data-done", kind === "tick");
  row.removeAttribute("data-new");
  if (kind === "tick") row.dataset.ticked = String(LATE + (seq ?? LATE));
}

function fill(row, name, text) {
  const slot = row.querySelector(`[data-slot="${name}"]`);
  if (slot) slot.textContent = text;
}

// Sorts what was typed last before the rest.
function newest(seq) {
  return String(LATE - (seq ?? LATE)).padStart(16, "0");
}
