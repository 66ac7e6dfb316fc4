// "Home again?" is about everything in the basket: what waits on this device goes out before it, so that nothing of it
// is left behind.
import { showNotice } from "../shell/notices.js";
import * as outgoing from "./outgoing.js";

const DOORS = '[formaction*="/put-away/"], a[href*="/put-away/"]';

export function sendBeforeLeaving(list, signal) {
  document.addEventListener("click", (event) => {
    const door = event.target.closest(DOORS);
    if (!door || !list.waiting.length || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    go(list, door);
  }, { capture: true, signal });
}

async function go(list, door) {
  await outgoing.send();
  const now = document.getElementById(door.id) ?? door; // drawn anew meanwhile
  if (list.waiting.length) return showNotice("offline", () => now.click());
  const numbers = [...list.querySelectorAll(".item")].map(({ dataset }) => Number(dataset.number));
  if (now.name === "until") now.value = Math.max(now.value, ...numbers);
  now.click();
}
