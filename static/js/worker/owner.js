// Kept pages are one person's at a time, in a cache that has their name. Whoever else is seen to be signed in, or nobody,
// ends it, and so does signing out.
import { ASSETS } from "./assets.js";
import { codeIn } from "./places.js";

const PAGES = "kitchen-pages-";
const PERSON = /<html[^>]*?\sdata-person="([^"]+)"/;
const HOUSEHOLDS = /<html[^>]*?\sdata-households="([^"]*)"/;
const NOBODY = /<html[^>]*?\sdata-nobody[\s>]/;
let turn = 0;

// A page that was asked for in an earlier turn may be that of somebody who has left since.
export function turnNow() {
  return turn;
}

export async function person() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES));
  return names.length === 1 ? names[0].slice(PAGES.length) : undefined;
}

export async function pagesOf(who) {
  return who && caches.open(PAGES + who);
}

// Whatever else earlier releases have kept goes too.
export async function forgetAllBut(who) {
  if (!who) turn += 1;
  const others = (await caches.keys()).filter((name) => name !== ASSETS && name !== PAGES + who);
  if (who && others.length) turn += 1;
  await Promise.all(others.map((name) => caches.delete(name)));
}

// Whose page it is; pages that know nobody (offline, broken) decide nothing.
export async function ownerOf(html) {
  const who = html.match(PERSON)?.[1];
  if (who || NOBODY.test(html)) await forgetAllBut(who);
  const codes = html.match(HOUSEHOLDS)?.[1].split(" ");
  if (who && codes) await forgetHouseholdsBut(codes, await pagesOf(who));
  return who;
}

// One that they have left, or were taken out of.
async function forgetHouseholdsBut(codes, cache) {
  const left = (await cache.keys()).filter(({ url }) => codeIn(url) && !codes.includes(codeIn(url)));
  await Promise.all(left.map((request) => cache.delete(request)));
}
