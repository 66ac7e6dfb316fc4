// When what waits is sent: at once, when the page opens or is looked at again, when there is a network or the socket is
// back, and after a while by itself.
import * as outbox from "./outbox.js";
import { sendWaiting } from "./sender.js";

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
const BY_ITSELF = new Set(["offline", "trouble", "busy"]);
const SYNC = "kitchen-operations";
let state = "";
let failures = 0;
let timer = 0;
let sending = null;
let again = false;
let isWatching = false;

// Why what waits is not out yet, in the words of sender.js; "" while nothing is wrong.
export const stateNow = () => state;

// Also on a copy that this device had kept, until the socket says otherwise.
export function isOffline() {
  const line = document.querySelector("live-socket")?.dataset.state;
  return !navigator.onLine || line === "offline" || ("keptAt" in document.documentElement.dataset && line !== "live");
}

export async function begin(person) {
  await outbox.begin(person);
  if (!isWatching) watch();
  send();
}

function watch() {
  isWatching = true;
  outbox.listen(({ isNew }) => isNew && send());
  for (const name of ["online", "pageshow"]) addEventListener(name, retry);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && retry());
  const socket = document.querySelector("live-socket");
  if (socket) new MutationObserver(() => socket.dataset.state === "live" && retry()).observe(socket, { attributeFilter: ["data-state"] });
}

function retry() {
  failures = 0;
  send();
}

// Resolves with what came of it.
export function send() {
  clearTimeout(timer);
  again = true;
  sending ??= run().finally(() => { sending = null; });
  return sending;
}

async function run() {
  let now = "";
  while (again && !now && outbox.waiting().length) {
    again = false;
    now = await sendWaiting(outbox.owner(), { headers: token(), heard: outbox.hear }).catch(() => "trouble");
  }
  again = false;
  failures = now ? failures + 1 : 0;
  if (BY_ITSELF.has(now)) later();
  if (now !== state) tell(now);
  return now;
}

function tell(now) {
  state = now;
  document.dispatchEvent(new CustomEvent("outgoing:state", { detail: now }));
}

function later() {
  timer = setTimeout(send, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures) * (0.5 + Math.random() / 2));
  // Where the browser can, it sends when there is a network again, also after this page was closed.
  navigator.serviceWorker?.ready.then(({ sync }) => sync?.register(SYNC)).catch(() => {});
}

// The cookie is true also on a page that was kept from before the last sign-in.
function token() {
  const cookie = document.cookie.match(/(?:^|; )kitchen_csrf=([^;]+)/)?.[1];
  const known = cookie ?? document.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  return known ? { "X-CSRFToken": known } : {};
}
