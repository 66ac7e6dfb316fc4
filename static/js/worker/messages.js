// Messages of the server: all their words come with them. A newer one with the same tag takes the place of the former.
function tell({ title, body, tag, icon, url }) {
  return self.registration.showNotification(title, { body, tag, icon, data: url });
}

// The push service moved this browser: the server is told where it listens now, and of which it knows.
async function move(former, fresh) {
  const subscription = fresh ?? await self.registration.pushManager.subscribe(former.options);
  const { endpoint, keys: { p256dh, auth } } = subscription.toJSON();
  await fetch("/me/browsers/renew/", { method: "POST", body: new URLSearchParams({ former: former.endpoint, endpoint, p256dh, auth }) });
}

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

export function listenToMessages() {
  self.addEventListener("push", (event) => {
    const told = event.data?.json();
    if (told) event.waitUntil(tell(told));
  });
  self.addEventListener("pushsubscriptionchange", (event) => {
    if (event.oldSubscription) event.waitUntil(move(event.oldSubscription, event.newSubscription));
  });
  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(openPage(event.notification.data ?? "/"));
  });
}
