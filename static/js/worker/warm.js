// After a page was loaded, what its person may need without a network is asked for once more: Today, the lists and each
// open list of the household. Seldom, one after the other, and not where data are to be saved.
import { ageOf } from "./copies.js";
import { pagesOf, person } from "./owner.js";
import { addressOf, fetchAndKeep } from "./pages.js";
import { codeIn, isPage, kindOf, listsLinkedIn } from "./places.js";

const FRESH = 60_000;
const SELDOM = 5 * 60_000;
const MOST_LISTS = 20;
let working = Promise.resolve();

async function ageHere(url) {
  const cache = await pagesOf(await person());
  return ageOf(await cache?.match(addressOf(url)));
}

// Whether the page is kept now.
export async function keepHere(url) {
  if (!isPage(url)) return false;
  if (await ageHere(url) < FRESH) return true;
  return (await fetchAndKeep(url)).html !== undefined;
}

export function warm(url) {
  working = working.catch(() => undefined).then(() => warmHousehold(codeIn(url)));
  return working;
}

async function warmHousehold(code) {
  if (!code || self.navigator.connection?.saveData) return;
  const [door, today, home] = ["/", `/h/${code}/`, `/h/${code}/shopping/`].map((path) => new URL(path, self.location.origin).href);
  if (await ageHere(home) < SELDOM && await ageHere(door) < SELDOM) return;
  await fetchAndKeep(door);
  if (await ageHere(today) > FRESH) await fetchAndKeep(today);
  const { html, url: shown } = await fetchAndKeep(home);
  if (!html) return;
  const lists = listsLinkedIn(html).add(shown);
  await forgetListsBut(lists, code);
  for (const list of [...lists].slice(0, MOST_LISTS)) if (await ageHere(list) > SELDOM) await fetchAndKeep(list);
}

// What has been put aside or deleted.
async function forgetListsBut(lists, code) {
  const cache = await pagesOf(await person());
  const gone = (await cache?.keys() ?? []).filter(({ url }) => kindOf(url)?.name === "list" && codeIn(url) === code && !lists.has(addressOf(url).split("?")[0]));
  await Promise.all(gone.map((request) => cache.delete(request)));
}
