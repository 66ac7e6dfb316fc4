// Rows as the server drew them after the page was: a page that was kept, and is opened without a network, gets them too.
import { within } from "./database.js";

export function keepRow(person, { id, outerHTML, dataset: { list, number } }) {
  return within(["rows"], "readwrite", (store) => store.put({ person, list, id, number: Number(number), html: outerHTML }));
}

// Those of a list that the page, drawn at `number`, does not have; older ones are not needed any more.
export function newerRows(person, list, number) {
  const newer = [];
  return within(["rows"], "readwrite", (store) => {
    store.index("list").openCursor([person, list]).onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      if (cursor.value.number > number) newer.push(cursor.value);
      else cursor.delete();
      cursor.continue();
    };
    return newer;
  });
}
