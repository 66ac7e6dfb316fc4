// Copies of pages as they lie in the cache: beside each stands when it was loaded, and all that it needs. An address that
// leads to another one is kept as that: an answer which was redirected may not stand for a page.
import { kindOf } from "./places.js";

const [AT, NEEDS] = ["Kept-At", "Kept-Needs"];
const LEFT_OUT = ["content-encoding", "content-length", "vary"];
const REDIRECT = 302;

const now = () => new Date().toISOString();

export function copyOf(answer, text, needs = []) {
  const headers = new Headers(answer.headers);
  for (const name of LEFT_OUT) headers.delete(name);
  headers.set(AT, now());
  headers.set(NEEDS, needs.join(" "));
  return new Response(text, { headers });
}

export function leadingTo(url) {
  return new Response(null, { status: REDIRECT, headers: { Location: url, [AT]: now() } });
}

export function needsOf(copy) {
  return copy?.headers.get(NEEDS)?.split(" ") ?? [];
}

export function ageOf(copy) {
  return copy ? Date.now() - Date.parse(copy.headers.get(AT)) : Infinity;
}

// All of a cache, the newest first.
export async function copiesIn(cache) {
  const addresses = (await cache.keys()).map(({ url }) => url).filter(kindOf);
  const found = await Promise.all(addresses.map(async (url) => ({ url, kind: kindOf(url), copy: await cache.match(url) })));
  return found.filter(({ copy }) => copy).sort((one, other) => ageOf(one.copy) - ageOf(other.copy));
}

// As it was opened, else with another question: the page itself says what it shows.
export async function copyFor(cache, url) {
  const { origin, search, searchParams } = new URL(url);
  const to = searchParams.get("to");
  if (to && kindOf(url)?.name === "start") return roomBehind(await cache.match(`${origin}/`), `${to}/`);
  const found = await cache.match(url) ?? (search ? await cache.match(url, { ignoreSearch: true }) : undefined);
  return found && (found.status === REDIRECT ? found : said(found));
}

// The shortcuts of the installed app: a room of the house that the front door leads to.
function roomBehind(door, room) {
  return door?.status === REDIRECT ? leadingTo(new URL(room, door.headers.get("Location")).href) : undefined;
}

// The page says by itself that it is a copy (js/kept-note.js).
async function said(copy) {
  const html = await copy.text();
  return new Response(html.replace("<html", `<html data-kept-at="${copy.headers.get(AT)}"`), { headers: copy.headers });
}
