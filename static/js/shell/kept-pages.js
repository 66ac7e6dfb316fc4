// Pages and cooking that a device keeps (js/worker/, js/cooking/kept.js) are one person's. When somebody else is signed in
// here, or nobody is any more, they go. A page that knows neither (offline, broken) decides nothing. The worker is told
// which page is open, and when it is left, so that the copy is no older than need be.
const PERSON = "kept-for";
const ASSETS = "kitchen-assets";
const AGAIN_AFTER = 60_000;
const { person, nobody, keptAt } = document.documentElement.dataset;
let toldAt = 0;

async function forget() {
  for (const name of Object.keys(localStorage)) if (/^(cook|chat):/.test(name)) localStorage.removeItem(name);
  localStorage.removeItem(PERSON);
  const names = window.caches ? await caches.keys() : [];
  await Promise.all(names.filter((name) => name !== ASSETS).map((name) => caches.delete(name)));
}

async function tellWorker() {
  if (!navigator.onLine || Date.now() - toldAt < AGAIN_AFTER) return;
  toldAt = Date.now();
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ here: location.href });
}

try {
  const owner = localStorage.getItem(PERSON);
  if (!keptAt && (nobody !== undefined || (person && owner && owner !== person))) forget();
  if (person) localStorage.setItem(PERSON, person);
} catch {
  // Storage is switched off: nothing is kept either.
}

if (keptAt) import("../kept-note.js");

if (person && navigator.serviceWorker) {
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.kept === location.href) document.documentElement.dataset.kept = "";
  });
  if (document.readyState === "complete") tellWorker();
  else addEventListener("load", tellWorker, { once: true });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && tellWorker());
}
