// What waits on this device goes out when there is a network, also while no page is open: that of who is signed in, and
// what a visitor did to a list by its link, which is nobody's.
import { within } from "../shopping/database.js";
import { sendWaiting } from "../shopping/sender.js";
import { tellTabs } from "../shopping/tabs.js";
import { person } from "./owner.js";

const LINK = "link:";
const BY_ITSELF = ["offline", "trouble", "busy"];

async function senders() {
  const who = await person();
  const all = await within(["operations"], "readonly", (store) => store.getAll());
  const owners = new Set(all.filter(({ state }) => state === "waiting").map((operation) => operation.person));
  return [...owners].filter((owner) => owner === who || owner.startsWith(LINK));
}

// Rejects where it is worth trying again, which the browser does by itself.
export async function sendAll() {
  const stopped = [];
  for (const owner of await senders()) stopped.push(await sendWaiting(owner, { heard: tellTabs }));
  const again = stopped.find((state) => BY_ITSELF.includes(state));
  if (again) throw new Error(again);
}
