// What somebody does to the rows of a list, as operations.
import { newId } from "../new-id.js";
import { showUndo } from "./undo-notice.js";

export const nameOf = (row) => row.querySelector("[data-slot=name]").textContent.trim();

// `seen` is what the remover knew of the row: what others have done to it since keeps it on the list.
export function takeOff(list, row) {
  const { item } = row.dataset;
  const name = nameOf(row);
  const kept = list.do({ kind: "remove", item, seen: list.rows.numberOf(item), typed: name });
  showUndo(list, "removed", name, () => list.do({ kind: "restore", item, typed: name }));
  return kept;
}

export function put(list, texts) {
  return list.do(...texts.map((text) => ({ kind: "add", item: newId(), text, typed: text })));
}
