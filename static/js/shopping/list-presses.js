// What presses and keys do to the rows of a list: a row ticks, arrows go from row to row, Delete takes off.
import { nameOf, takeOff } from "./deeds.js";
import { sendBeforeLeaving } from "./home-again.js";
import { editHere } from "./item-here.js";
import { listenToForms } from "./list-forms.js";
import { isOffline } from "./outgoing.js";
import { showUndo } from "./undo-notice.js";

const TICK = "[role=checkbox]";
const CHANGE = "a[hx-get], [data-change]";
const BOUNCE = 300; // a second press on the same row this soon was not meant
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

export function listenToPresses(list, signal) {
  list.addEventListener("click", (event) => press(list, event), { capture: true, signal });
  list.addEventListener("keydown", (event) => onKey(list, event), { signal });
  listenToForms(list, signal);
  sendBeforeLeaving(list, signal);
}

function press(list, event) {
  const row = event.target.closest(".item");
  if (!row || event.ctrlKey || event.metaKey) return;
  if (event.target.closest(TICK)) tick(list, row, event);
  else if (event.target.closest(CHANGE) && (isOffline() || "provisional" in row.dataset)) editHere(list, row, event);
}

function tick(list, row, event) {
  const button = row.querySelector(TICK);
  if ("plain" in button.dataset) return;
  event.preventDefault();
  if (event.detail && list.pressedRow === row && performance.now() - list.pressedAt < BOUNCE) return;
  Object.assign(list, { pressedRow: row, pressedAt: performance.now() });
  list.rows.shelves.hold();
  const isTicked = row.dataset.state === "ticked";
  move(list, row, isTicked ? "untick" : "tick", button);
}

// What cannot be kept on this device goes to the server as the form that it is.
async function move(list, row, kind, button) {
  const { item } = row.dataset;
  const name = nameOf(row);
  try {
    const kept = list.do({ kind, item, typed: name });
    if (kind === "tick" && !list.closest("in-store")) showUndo(list, "ticked", name, () => list.do({ kind: "untick", item, typed: name }));
    await kept;
  } catch {
    button.dataset.plain = "";
    button.form?.requestSubmit(button);
  }
}

function onKey(list, event) {
  const row = event.target.closest(".item");
  if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Delete" && "writes" in list.dataset) takeOff(list, row);
  else if (!go(list, row, event)) return;
  event.preventDefault();
}

function go(list, row, { key, target }) {
  if (!(key in STEPS) && key !== "Home" && key !== "End") return false;
  const rows = [...list.querySelectorAll(".item:not([hidden])")];
  const to = { Home: rows[0], End: rows.at(-1) }[key] ?? rows[rows.indexOf(row) + STEPS[key]];
  const same = target.closest(TICK) ? TICK : CHANGE;
  (to?.querySelector(same) ?? to?.querySelector(TICK))?.focus();
  return true;
}
