// Keeps the page that says "you are offline", with its styles, and shows it when a page cannot be reached.
const CACHE = "kitchen-offline";
const PAGE = "/offline/";

async function keepOfflinePage() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(PAGE, { cache: "reload", credentials: "omit" });
  if (!answer.ok) throw new Error(`${PAGE} answered ${answer.status}`);
  const html = await answer.clone().text();
  const needed = [...html.matchAll(/(?:href|src)="(\/static\/[^"]+\.(?:css|svg))"/g)].map((found) => found[1]);
  await cache.put(PAGE, answer);
  await Promise.all(needed.map((url) => cache.add(url)));
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(fetch(request).catch(() => caches.match(PAGE)));
  } else if (request.method === "GET" && ["style", "image"].includes(request.destination)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
  }
});
