// Keeps pages with all that they are drawn with, or not at all; and no more of them than places.js tells.
import { ASSETS, dropAssetsBut, keepAssets } from "./assets.js";
import { copiesIn, copyOf, leadingTo, needsOf } from "./copies.js";
import { ownerOf, pagesOf, person, turnNow } from "./owner.js";
import { isPage, kindOf } from "./places.js";

export const OFFLINE = "/offline/";
const PICTURE = /<img[^>]*?\ssrc="(\/h\/[^"]+)"/g;
const MOST_PICTURES = 300;
const GONE = [403, 404, 410];
// The server then tells no messages in it: they are meant for the page that one looks at.
const FOR_KEEPING = { headers: { "Kitchen-Keep": "1" }, priority: "low" };

export const addressOf = (url) => url.split("#")[0];
export const isHtml = ({ headers }) => headers.get("content-type")?.startsWith("text/html");

// The page of an offline device, with all it needs: without it no worker begins its work.
export async function keepOfflinePage() {
  const answer = await fetch(OFFLINE, { cache: "reload", credentials: "omit" });
  if (!answer.ok) throw new Error(`${OFFLINE} answered ${answer.status}`);
  const html = await answer.text();
  const needs = await keepAssets(html);
  await (await caches.open(ASSETS)).put(OFFLINE, copyOf(answer, html, needs));
}

export function offlinePage() {
  return caches.match(OFFLINE, { cacheName: ASSETS });
}

// Its text and where it was, if it is a page that is kept.
export async function fetchAndKeep(url) {
  const begun = turnNow();
  const answer = await fetch(url, FOR_KEEPING);
  return { html: await keep(url, answer, begun), url: answer.url };
}

// What was `begun` before somebody left is nobody's business any more.
export async function keep(asked, answer, begun) {
  if (begun !== turnNow()) return undefined;
  if (GONE.includes(answer.status)) await (await pagesOf(await person()))?.delete(addressOf(asked));
  if (!isHtml(answer)) return undefined;
  const html = await answer.text();
  if (begun !== turnNow()) return undefined;
  const who = await ownerOf(html);
  if (!who || !answer.ok || !isPage(answer.url)) return undefined;
  await put(who, asked, answer, html);
  return html;
}

async function put(who, asked, answer, html) {
  const begun = turnNow();
  const pictures = [...html.matchAll(PICTURE)].map(([, path]) => path.replaceAll("&amp;", "&"));
  const needs = [...await keepAssets(html), ...pictures];
  const [from, to] = [addressOf(asked), addressOf(answer.url)];
  const copies = [[to, copyOf(answer, html, needs)]];
  if (from !== to) copies.push([from, leadingTo(to)]);
  await write(who, begun, (cache) => Promise.all(copies.map(([address, copy]) => cache.put(address, copy))));
  await write(who, begun, (cache) => Promise.allSettled(pictures.map((path) => keepPicture(cache, path))));
  await write(who, begun, tidy);
}

// Nothing is written for somebody who has left, also if they leave just now.
async function write(who, begun, work) {
  if (begun !== turnNow()) return;
  const cache = await pagesOf(who);
  if (begun === turnNow()) await work(cache);
}

async function keepPicture(cache, path) {
  if (await cache.match(path, { ignoreVary: true })) return;
  const answer = await fetch(path);
  if (answer.ok) await cache.put(path, answer);
}

// The oldest pages of each kind go, then what no page needs.
async function tidy(cache) {
  const counted = new Map();
  const [staying, needed] = [new Set(), new Set([OFFLINE, ...needsOf(await offlinePage())])];
  for (const { url, kind, copy } of await copiesIn(cache)) {
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
    if (counted.get(kind) > kind.most) continue;
    staying.add(url);
    for (const path of needsOf(copy)) needed.add(path);
  }
  const pictures = (await cache.keys()).map(({ url }) => url).filter((url) => !kindOf(url) && needed.has(url.slice(self.location.origin.length)));
  for (const url of pictures.slice(-MOST_PICTURES)) staying.add(url);
  const going = (await cache.keys()).filter(({ url }) => !staying.has(url));
  await Promise.all(going.map((request) => cache.delete(request)));
  await dropAssetsBut(needed);
}
