// What a device keeps of shopping, in IndexedDB: "operations" that the server has not answered, "rows" that are newer
// than a page which was kept, "meta" for what senders agree on. The service worker imports this too: no document here.
const NAME = "kitchen";
const VERSION = 1;
let opening = null;

function make(database) {
  const operations = database.createObjectStore("operations", { keyPath: "seq", autoIncrement: true });
  operations.createIndex("person", "person");
  operations.createIndex("id", "id", { unique: true });
  database.createObjectStore("rows", { keyPath: ["person", "id"] }).createIndex("list", ["person", "list"]);
  database.createObjectStore("meta", { keyPath: "name" });
}

// Rejects where there is no such storage: in some private windows, and where it was switched off.
export function open() {
  opening ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => make(request.result);
    request.onerror = () => failed(request.error);
    request.onsuccess = () => {
      // A newer release in another tab, or the browser clearing up: the next use opens it anew.
      request.result.onversionchange = () => request.result.close();
      request.result.onclose = () => { opening = null; };
      done(request.result);
    };
  }).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

// Calls `work` with the stores; what it returns is there once everything is on the disk, a request as its result.
export async function within(names, mode, work) {
  const transaction = (await open()).transaction(names, mode, { durability: "strict" });
  const answer = work(...names.map((name) => transaction.objectStore(name)));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(answer instanceof IDBRequest ? answer.result : answer);
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
}
