// The service worker: what works without a network (docs/decisions/0023-what-works-without-a-network.md), messages, and
// sending what waits. The server makes one plain script of its modules (kitchen/worker_script.py).
import { noteSending, pageFor, partFor, pictureFor } from "./worker/answers.js";
import { assetFor, isAsset } from "./worker/assets.js";
import { listenToMessages } from "./worker/messages.js";
import { forgetAllBut, person } from "./worker/owner.js";
import { keepOfflinePage } from "./worker/pages.js";
import { isPart } from "./worker/places.js";
import { sendAll } from "./worker/sending.js";
import { keepHere, warm } from "./worker/warm.js";

const SIGN_OUT = "/accounts/logout/";
const SYNC = "kitchen-operations";

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

// Pages of the former release stay as they are: what they were drawn with is kept under its own name.
async function begin() {
  await forgetAllBut(await person());
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

self.addEventListener("activate", (event) => {
  event.waitUntil(begin());
});

function navigate(event) {
  const { answer, keeping } = pageFor(event);
  event.respondWith(answer);
  event.waitUntil(keeping);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === "navigate" && request.method === "POST") noteSending();
  if (request.method === "POST" && pathname === SIGN_OUT) event.waitUntil(forgetAllBut());
  if (request.method !== "GET") return;
  if (request.mode === "navigate") navigate(event);
  else if (isAsset(request)) event.respondWith(assetFor(request));
  else if (isPart(request)) event.respondWith(partFor(request));
  else if (request.destination === "image") event.respondWith(pictureFor(request));
});

// A page has been loaded, or is being left: it is kept, and told so, and then what else may be needed.
async function keepFor({ data: { here }, source }) {
  if (await keepHere(here)) source?.postMessage({ kept: here });
  await warm(here);
}

self.addEventListener("message", (event) => {
  if (event.data?.here) event.waitUntil(keepFor(event).catch(() => undefined));
});

self.addEventListener("sync", (event) => {
  if (event.tag === SYNC) event.waitUntil(sendAll());
});

listenToMessages();
