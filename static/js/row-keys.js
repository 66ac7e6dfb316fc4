// What keys, presses and pasting do to the rows of a <line-rows>.
import { splitPasted } from "./line-text.js";

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

export function listenToRows(rows) {
  rows.addEventListener("click", ({ target }) => target.closest("button") && press(rows, target.closest("button")));
  rows.list.addEventListener("keydown", (event) => handleKey(rows, event) && event.preventDefault());
  rows.list.addEventListener("paste", (event) => paste(rows, event));
}

function press(rows, button) {
  const { dataset } = button;
  const row = button.closest(".line-row");
  if (button.closest("[data-undo]")) rows.bringBack();
  else if ("add" in dataset) rows.focus(rows.add());
  else if ("part" in dataset) rows.focus(rows.add(null, ":"), 0);
  else if ("remove" in dataset) rows.remove(row);
  else if ("up" in dataset) rows.move(row, -1);
  else if ("down" in dataset) rows.move(row, 1);
  else if ("grip" in dataset) open(row, button);
}

// For whoever does not drag: up and down as buttons.
function open(row, grip) {
  const moves = row.querySelector(".moves");
  moves.hidden = !moves.hidden;
  grip.setAttribute("aria-expanded", String(!moves.hidden));
}

function handleKey(rows, { key, target, altKey, shiftKey, isComposing }) {
  const row = target.closest(".line-row");
  const isField = target.matches("textarea");
  if (STEPS[key] && (altKey || "grip" in target.dataset)) rows.move(row, STEPS[key]);
  else if (key === "Enter" && isField && !shiftKey && !isComposing) split(rows, row, target);
  else if (key === "Backspace" && isField && !target.value && rows.rows.length > 1) rows.remove(row);
  else return false;
  return true;
}

function split(rows, row, field) {
  const rest = field.value.slice(field.selectionEnd);
  field.value = field.value.slice(0, field.selectionStart);
  rows.focus(rows.add(row, rest.trim()), 0);
  rows.sync();
}

// Many lines become rows; what was selected makes place for the first of them, what stood behind it ends the last.
function paste(rows, event) {
  const lines = splitPasted(event.clipboardData.getData("text/plain"), rows.blank);
  const field = event.target;
  if (lines.length < 2 || !field.matches("textarea")) return;
  event.preventDefault();
  const rest = field.value.slice(field.selectionEnd);
  field.value = field.value.slice(0, field.selectionStart) + lines.shift();
  const last = lines.reduce((before, text) => rows.add(before, text), field.closest(".line-row"));
  last.querySelector("textarea").value += rest;
  rows.focus(last);
  rows.sync();
}
