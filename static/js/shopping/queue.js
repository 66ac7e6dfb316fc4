// The operations of this device, oldest first. Each belongs to a person (or to a visitor's link) and to the address that
// takes it: {seq, id, person, url, household, list, item, kind, body, state: waiting | refused, why, typed, tries}. The
// service worker imports this too.
import { within } from "./database.js";

export function put(operations) {
  return within(["operations"], "readwrite", (store) => {
    for (const operation of operations) {
      const request = store.add({ state: "waiting", why: "", tries: 0, ...operation });
      request.onsuccess = () => { operation.seq = request.result; };
    }
  });
}

// All of this person, those that were refused too.
export function kept(person) {
  return within(["operations"], "readonly", (store) => store.index("person").getAll(person));
}

export async function waiting(person) {
  return (await kept(person)).filter(({ state }) => state === "waiting");
}

export async function count(person) {
  return (await waiting(person)).length;
}

// What the server answered: applied ones go, refused ones stay with their reason, "later" ones wait on. Where an
// addition has joined another row, what waits for the row that this device made goes to that row. Its rows are kept in the
// same breath (newer-rows.js), so that what was ticked is ticked on a page that was kept from before, too.
export function settle({ person, results, rows, joined }) {
  const answered = new Map(results.map((result) => [result.id, result]));
  const now = new Map(joined);
  return within(["operations", "rows"], "readwrite", (operations, drawn) => {
    walk(operations, person, (operation, cursor) => {
      const { outcome, why } = answered.get(operation.id) ?? {};
      const item = now.get(operation.item);
      if (outcome === "applied") cursor.delete();
      else if (outcome === "refused") cursor.update({ ...operation, state: "refused", why });
      else if (item && operation.kind !== "add") cursor.update({ ...operation, item, body: { ...operation.body, item } });
    });
    const number = Math.max(...results.map((result) => result.number ?? 0));
    for (const [list, html] of Object.entries(rows)) drawn.put({ person, list, id: `answer:${results[0]?.id}`, number, html });
  });
}

export function joins(results) {
  return new Map(results.filter(({ item, asked }) => item && asked && item !== asked).map(({ item, asked }) => [asked, item]));
}

export function refuse(person, ids, why) {
  return eachOf(person, (operation, cursor) => ids.has(operation.id) && cursor.update({ ...operation, state: "refused", why }));
}

export function countTry(person, id) {
  return eachOf(person, (operation, cursor) => operation.id === id && cursor.update({ ...operation, tries: operation.tries + 1 }));
}

export function drop(person, id) {
  return eachOf(person, (operation, cursor) => operation.id === id && cursor.delete());
}

// In the place of one that was refused: the server knows that id and would refuse it again.
export function replace(person, id, operation) {
  return within(["operations"], "readwrite", (store) => {
    walk(store, person, (former, cursor) => former.id === id && cursor.delete());
    store.add({ state: "waiting", why: "", tries: 0, ...operation });
  });
}

function eachOf(person, work) {
  return within(["operations"], "readwrite", (store) => walk(store, person, work));
}

function walk(store, person, work) {
  store.index("person").openCursor(person).onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return;
    work(cursor.value, cursor);
    cursor.continue();
  };
}
