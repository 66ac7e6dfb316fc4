// The forms around a list: the line above it, and those in the dialog of a row. What can wait becomes an operation, and
// is seen at once; what the server understands better, while there is a network, is left to it.
import { changed } from "./changed-fields.js";
import { put, takeOff } from "./deeds.js";
import { isOffline } from "./outgoing.js";
import { rowOf } from "./rows.js";
import { splitTyped } from "./typed.js";

const REMOVE = /\/items\/([0-9a-f-]{36})\/remove\/$/;
const EDIT = /\/items\/([0-9a-f-]{36})\/edit\/$/;

// Before anybody else hears of it: a form that waits here is neither sent nor busy.
export function listenToForms(list, signal) {
  addEventListener("submit", (event) => {
    const { action, dataset } = event.target;
    if (!("plain" in dataset) && (add(list, event.target) || remove(list, action) || edit(list, action, event.target))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, { capture: true, signal });
}

// Pasted lines with greetings and headings are read by the server, where it can be asked.
function add(list, form) {
  const { line, shopping_list: to } = form.elements;
  if (to?.value !== list.dataset.list || !line) return false;
  const text = line.value;
  const texts = splitTyped(text);
  if (!texts.length || (text.trim().includes("\n") && !isOffline())) return false;
  write(line, "");
  put(list, texts).catch(() => {
    write(line, text);
    form.dataset.plain = "";
    form.requestSubmit();
  });
  line.focus();
  return true;
}

function write(field, text) {
  field.value = text;
  field.removeAttribute("aria-invalid");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function remove(list, action) {
  const row = rowOf(REMOVE.exec(action)?.[1]);
  if (!row || !list.contains(row)) return false;
  document.querySelector("dialog[open]")?.close();
  takeOff(list, row);
  return true;
}

// With a network the server judges each field in the form itself.
function edit(list, action, form) {
  const item = EDIT.exec(action)?.[1];
  const row = item && rowOf(item);
  if (!row || !isOffline()) return false;
  const fields = changed(form);
  if (!fields) return false;
  document.querySelector("dialog[open]")?.close();
  if (Object.keys(fields).length) list.do({ kind: "edit", item, fields, typed: Object.values(fields).join(" · ") });
  return true;
}
