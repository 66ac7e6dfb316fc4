// Changing a row without the server: its name, amount and note, in the dialog that the page brought along.
import { changed } from "./changed-fields.js";
import { nameOf, takeOff } from "./deeds.js";

const SLOTS = ["name", "amount", "note"];

export function editHere(list, row, event) {
  const dialog = document.getElementById("item-here");
  if (!dialog) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const opener = event.target.closest("a, button");
  const form = dialog.querySelector("form[data-fields]");
  fill(form, row);
  dialog.querySelector("h2").textContent = nameOf(row);
  form.onsubmit = (sent) => save(list, row, dialog, sent);
  dialog.querySelector("[data-remove]").onclick = () => [dialog.close(), takeOff(list, row)];
  dialog.addEventListener("close", () => opener.isConnected && opener.focus(), { once: true });
  dialog.showModal();
}

function fill(form, row) {
  const now = { name: nameOf(row), amount: row.querySelector("[data-slot=amount]")?.textContent.trim() ?? "", note: row.dataset.note ?? "" };
  for (const name of SLOTS) form.elements[name].defaultValue = form.elements[name].value = now[name];
}

function save(list, row, dialog, event) {
  event.preventDefault();
  const fields = changed(event.target);
  dialog.close();
  if (Object.keys(fields).length) list.do({ kind: "edit", item: row.dataset.item, fields, typed: `${nameOf(row)}: ${Object.values(fields).join(" · ")}` });
}
