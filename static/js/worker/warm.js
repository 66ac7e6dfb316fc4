// After a page was loaded, what its person may need without a network is asked for once more: Today, the lists and each
// open list of the household. Seldom, one after the other, and not where data are to be saved.
import { partFor, partOf } from "./answers.js";
import { ageOf } from "./copies.js";
import { pagesOf, person } from "./owner.js";
import { addressOf, fetchAndKeep } from "./pages.js";
import { codeIn, isPage, kindOf, listsLinkedIn } from "./places.js";

const FRESH = 60_000;
const SELDOM = 5 * 60_000;
const MOST_LISTS = 20;
const LISTS = ["list", "shop"];
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
  const lists = listsLinkedIn(html);
  if (kindOf(shown).name === "list") lists.add(shown);
  const pages = [...lists].slice(0, MOST_LISTS).flatMap((list) => [list, `${list}shop/`]);
  await forgetListsBut(new Set(pages), code);
  for (const page of pages) if (await ageHere(page) > SELDOM) await fetchAndKeep(page);
  await keepPart(new URL("tonight/", today).href);
}

// What has been put aside or deleted.
async function forgetListsBut(pages, code) {
  const cache = await pagesOf(await person());
  const isGone = (url) => LISTS.includes(kindOf(url)?.name) && codeIn(url) === code && !pages.has(url.split("?")[0]);
  const gone = (await cache?.keys() ?? []).filter(({ url }) => isGone(url));
  await Promise.all(gone.map((request) => cache.delete(request)));
}

// Once; later it is kept whenever Today asks for it.
async function keepPart(url) {
  const request = new Request(url, { headers: { "HX-Request": "true" } });
  if (await ageHere(partOf(url)) === Infinity) await partFor(request);
}
