// Keeps the page that is open, with all that it needs, so that it comes without a network too (js/service-worker.js).
// The copy is its person's: shell/kept-pages.js drops it when somebody else signs in, or nobody is.
const CACHE = "kitchen-cook";
const MOST = 40;
const PERSON = "kept-for";

function needed() {
  const linked = [...document.querySelectorAll("link[rel=stylesheet], link[rel=modulepreload], link[rel=icon], link[rel=manifest]")].map((link) => link.href);
  const loaded = performance.getEntriesByType("resource").filter(({ initiatorType }) => !["fetch", "xmlhttprequest", "beacon"].includes(initiatorType)).map(({ name }) => name);
  const drawn = [...document.querySelectorAll("img, script[src], use")].map((one) => one.currentSrc || one.src || one.href?.baseVal.split("#")[0]);
  const own = [...linked, ...loaded, ...drawn].filter(Boolean).map((address) => new URL(address, location.href)).filter((url) => url.origin === location.origin);
  return new Set(own.map((url) => url.href));
}

async function put(cache, address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (answer.ok && !answer.redirected) await cache.put(address, answer);
}

async function forgetOldest(cache) {
  const pages = (await cache.keys()).filter(({ url }) => /\/cook\/(\?|$)/.test(url));
  await Promise.all(pages.slice(0, Math.max(0, pages.length - MOST)).map((page) => cache.delete(page)));
}

export async function keepPage() {
  const { person } = document.documentElement.dataset;
  if (!("caches" in window) || !navigator.onLine || !person) return;
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  try {
    localStorage.setItem(PERSON, person);
    const cache = await caches.open(CACHE);
    await cache.delete(location.href);
    await put(cache, location.href);
    await Promise.allSettled([...needed()].map((address) => put(cache, address)));
    await forgetOldest(cache);
    document.documentElement.dataset.kept = "";
  } catch {
    // No room, or no storage: the page works while there is a network.
  }
}
