// The operations of who is at this page that the server has not answered, as all parts of the page see them. Other tabs
// of the device hear of each change.
import { newId } from "../new-id.js";
import * as queue from "./queue.js";
import { hearTabs, tellTabs } from "./tabs.js";

// How many there are, for pages that would not look for it (js/shell/unsent.js).
const HINT = "waiting-of:";
const hearing = new Set();
let person = "";
let operations = [];
let keeping = [];
let byItem = new Map();
let names = new Map();

export const all = () => operations;
export const waiting = () => operations.filter(({ state }) => state === "waiting");
export const owner = () => person;
export const waitingFor = (item) => byItem.get(item) ?? [];

// `hear` is called with {items, answer, isNew}: ids of rows that may look different now, what the server said if it did,
// and whether there is something to be sent that was not there before.
export function listen(hear) {
  hearing.add(hear);
  return () => hearing.delete(hear);
}

// Rejects where nothing can be kept: the page then stays what it is without this.
export async function begin(of) {
  person = of;
  hearTabs((told) => told.person === person && (told.results ? hear(told) : read()));
  await read();
  hint();
}

async function read() {
  const there = await queue.kept(person);
  const known = new Set(there.map(({ id }) => id));
  show([...there, ...keeping.filter(({ id }) => !known.has(id))]);
}

function show(now, told = {}) {
  const before = names;
  operations = now;
  byItem = new Map();
  for (const one of waiting()) byItem.set(one.item, [...byItem.get(one.item) ?? [], one]);
  names = new Map([...byItem].map(([item, some]) => [item, some.map(({ id, seq }) => `${id} ${seq}`).join()]));
  const items = new Set([...before.keys(), ...names.keys()].filter((item) => before.get(item) !== names.get(item)));
  for (const hear of hearing) hear({ items, ...told });
}

async function changed(isNew = false) {
  hint();
  tellTabs({ person });
  await read();
  if (isNew) show(operations, { isNew });
}

function hint() {
  try {
    const many = operations.length;
    if (many) localStorage.setItem(HINT + person, many);
    else localStorage.removeItem(HINT + person);
  } catch {
    // Storage is switched off: what waits goes out from the page of a list.
  }
}

// Seen at once; resolves when they are on the disk. Rejects when they cannot be, and then they are not seen any more.
export async function add(place, asked) {
  const made = asked.map((one) => operationOf(place, one));
  keeping.push(...made);
  show([...operations, ...made]);
  try {
    await queue.put(made);
  } catch (error) {
    show(operations.filter((one) => !made.includes(one)));
    throw error;
  } finally {
    keeping = keeping.filter((one) => !made.includes(one));
  }
  hint();
  tellTabs({ person });
  show(operations, { isNew: true });
  return made;
}

function operationOf({ url, household, list }, { typed, ...asked }) {
  const body = { id: newId(), list, ...asked };
  return { id: body.id, person, url, household, list, item: body.item, kind: body.kind, body, typed, state: "waiting" };
}

// As a new operation: the server has answered the refused one for good.
export async function retry({ seq: _seq, ...former }, changes = {}) {
  const body = { ...former.body, ...changes, id: newId() };
  const typed = changes.text ?? former.typed;
  await queue.replace(person, former.id, { ...former, id: body.id, body, typed, state: "waiting", why: "", tries: 0 });
  await changed(true);
}

export async function drop(id) {
  await queue.drop(person, id);
  await changed();
}

// What the server said to this tab, to another one, or to the service worker.
export function hear(answer) {
  const said = new Map(answer.results.map((result) => [result.id, result]));
  const joined = new Map(answer.joined);
  const now = operations.filter(({ id }) => said.get(id)?.outcome !== "applied").map((one) => {
    const { outcome, why } = said.get(one.id) ?? {};
    const item = one.kind === "add" ? null : joined.get(one.item);
    if (outcome === "refused") return { ...one, state: "refused", why };
    return item ? { ...one, item, body: { ...one.body, item } } : one;
  });
  show(now, { answer });
  hint();
}
