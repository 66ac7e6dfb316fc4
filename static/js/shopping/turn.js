// One sender at a time on a device, whichever tab or worker it is. Where the browser has no locks (plain http), a lease
// in the database does it: it runs out by itself, and two senders at once would do nothing twice either.
import { within } from "./database.js";
import { newId } from "../new-id.js";

const NAME = "sender";
const LEASE = 30_000;
const me = newId();

// Returns what `work` returns, or "busy" while somebody else has the lease.
export async function inTurn(work) {
  const { locks } = self.navigator;
  if (locks) return locks.request(`kitchen-${NAME}`, () => work(() => true));
  if (!(await lease())) return "busy";
  try {
    return await work(lease);
  } finally {
    await within(["meta"], "readwrite", (store) => store.delete(NAME));
  }
}

async function lease() {
  let mine = false;
  await within(["meta"], "readwrite", (store) => {
    store.get(NAME).onsuccess = ({ target: { result } }) => {
      mine = !result || result.by === me || result.until < Date.now() || result.until > Date.now() + LEASE;
      if (mine) store.put({ name: NAME, by: me, until: Date.now() + LEASE });
    };
  });
  return mine;
}
