// Pages come from the network; where there is none, or a slow one, the copy that is kept is shown.
import { copyFor, copyOf } from "./copies.js";
import { pagesOf, person, turnNow } from "./owner.js";
import { addressOf, isHtml, keep, offlinePage } from "./pages.js";
import { isPage } from "./places.js";

const PATIENCE = 3_000;
// After something was sent, its own answer is waited for: a copy would not show what was done.
const AFTER_SENDING = 10_000;
const AWAY = [502, 503, 504];
const PART = "?part";
let sentAt = 0;

export function noteSending() {
  sentAt = Date.now();
}

async function kept(url) {
  const cache = await pagesOf(await person());
  return cache && isPage(url) ? copyFor(cache, addressOf(url)) : undefined;
}

// The answer and what becomes of it: `keeping` goes on after the page is shown.
export function pageFor(event) {
  const { request: { url } } = event;
  const begun = turnNow();
  const network = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
  // Only of pages: what is loaded down would lie in memory as long as it comes.
  const copied = network.then((answer) => isHtml(answer) ? answer.clone() : undefined);
  const keeping = copied.then((answer) => answer && keep(url, answer, begun)).catch(() => undefined);
  return { answer: shown(url, network), keeping };
}

async function shown(url, network) {
  const there = network.then((answer) => AWAY.includes(answer.status) ? undefined : answer, () => undefined);
  const patience = Date.now() - sentAt < AFTER_SENDING ? new Promise(() => {}) : wait(PATIENCE);
  const first = await Promise.race([there, patience]);
  if (first) return first;
  return await kept(url) ?? await there ?? await network.catch(offlinePage);
}

function wait(time) {
  return new Promise((done) => setTimeout(done, time));
}

// A part of a page lies beside the page that this address would be.
export function partOf(url) {
  return `${addressOf(url).split("?")[0]}${PART}`;
}

export async function partFor(request) {
  const begun = turnNow();
  const address = partOf(request.url);
  const cache = await pagesOf(await person());
  try {
    const answer = await fetch(request);
    if (answer.ok && cache && begun === turnNow()) await cache.put(address, copyOf(answer.clone(), await answer.clone().text()));
    return answer;
  } catch {
    return await cache?.match(address) ?? Response.error();
  }
}

export async function pictureFor(request) {
  const own = async () => (await pagesOf(await person()))?.match(request.url, { ignoreVary: true });
  return fetch(request).catch(async () => await own() ?? Response.error());
}
