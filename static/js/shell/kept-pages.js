// Pages and cooking that a device keeps (js/cooking/offline-copy.js, js/cooking/kept.js) are one person's. When somebody
// else is signed in here, or nobody is any more, they go. A page that knows neither (offline, broken) decides nothing.
const CACHE = "kitchen-cook";
const PERSON = "kept-for";
const { person, nobody } = document.documentElement.dataset;

function forget() {
  for (const name of Object.keys(localStorage)) if (name.startsWith("cook:")) localStorage.removeItem(name);
  localStorage.removeItem(PERSON);
  return window.caches?.delete(CACHE);
}

try {
  const owner = localStorage.getItem(PERSON);
  if (nobody !== undefined || (person && owner && owner !== person)) forget();
  if (person) localStorage.setItem(PERSON, person);
} catch {
  // Storage is switched off: nothing is kept either.
}
