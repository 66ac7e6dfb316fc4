// Keeps the page that says "you are offline", with all it needs, and shows it when a page cannot be reached. Pages that one
// has cooked from are kept by themselves (js/cooking/offline-copy.js) and come as they were, for their person alone.
const CACHE = "kitchen-offline";
const COOK = "kitchen-cook";
const SIGN_OUT = "/accounts/logout/";
const PAGE = "/offline/";

async function keepOfflinePage() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(PAGE, { cache: "reload", credentials: "omit" });
  if (!answer.ok) throw new Error(`${PAGE} answered ${answer.status}`);
  const html = await answer.clone().text();
  const needed = [...html.matchAll(/(?:href|src)="(\/static\/[^"]+\.(?:css|svg|js))"/g)].map((found) => found[1]);
  await cache.put(PAGE, answer);
  await Promise.all(needed.map((url) => cache.add(url)));
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

// As it was opened, else with other amounts, which the page then says.
async function keptPage(request) {
  if (!(await caches.has(COOK))) return undefined;
  const cache = await caches.open(COOK);
  return await cache.match(request, { ignoreVary: true }) ?? cache.match(request, { ignoreVary: true, ignoreSearch: true });
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "POST" && new URL(request.url).pathname === SIGN_OUT) event.waitUntil(caches.delete(COOK));
  if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(fetch(request).catch(async () => await keptPage(request) ?? caches.match(PAGE)));
  } else if (request.method === "GET" && ["style", "image", "script"].includes(request.destination)) {
    event.respondWith(fetch(request).catch(async () => await caches.match(request, { ignoreVary: true }) ?? Response.error()));
  }
});

// A message of the server: all its words come with it. A newer one with the same tag takes its place.
self.addEventListener("push", (event) => {
  const told = event.data?.json();
  if (told) event.waitUntil(self.registration.showNotification(told.title, { body: told.body, tag: told.tag, icon: told.icon, data: told.url }));
});

// The push service moved this browser: the server is told where it listens now, and of which it knows.
async function move(former, fresh) {
  const subscription = fresh ?? await self.registration.pushManager.subscribe(former.options);
  const { endpoint, keys: { p256dh, auth } } = subscription.toJSON();
  await fetch("/me/browsers/renew/", { method: "POST", body: new URLSearchParams({ former: former.endpoint, endpoint, p256dh, auth }) });
}

self.addEventListener("pushsubscriptionchange", (event) => {
  if (event.oldSubscription) event.waitUntil(move(event.oldSubscription, event.newSubscription));
});

// To the page it is about: in a window that is open already, else in a new one.
async function openPage(address) {
  const url = new URL(address, self.location.origin);
  if (url.origin !== self.location.origin) return;
  const [window] = await self.clients.matchAll({ type: "window" });
  if (!window) {
    await self.clients.openWindow(url);
    return;
  }
  await window.focus();
  await window.navigate(url).catch(() => self.clients.openWindow(url));
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data ?? "/"));
});
