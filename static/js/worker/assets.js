// What pages are drawn with: styles, scripts and pictures of the program. What has a hash in its name never changes and
// is nobody's, so that it is kept once for all pages, and goes when no kept page needs it any more.
export const ASSETS = "kitchen-assets";
const HASHED = /\.[0-9a-f]{12}\.\w+$/;
const IN_PAGE = /(?:href|src)="(\/static\/[^"#?]+)/g;
const OUR_SCRIPT = /^\/static\/js\/.*\.js$/;
const IN_SCRIPT = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g;
const TOGETHER = 8;
const imported = new Map();

const pathOf = ({ url }) => new URL(url).pathname;

// All that a page needs, with what its scripts import. Rejects when one of them is not to be had.
export async function keepAssets(html) {
  const cache = await caches.open(ASSETS);
  const here = new Set((await cache.keys()).map(pathOf));
  const needed = new Set([...html.matchAll(IN_PAGE)].map(([, path]) => path));
  const waiting = [...needed];
  while (waiting.length) {
    const some = waiting.splice(0, TOGETHER);
    for (const path of (await Promise.all(some.map((one) => keepOne(cache, one, here)))).flat()) {
      if (!needed.has(path)) waiting.push(path);
      needed.add(path);
    }
  }
  return [...needed];
}

// What it imports.
async function keepOne(cache, path, here) {
  if (!here.has(path) || !(HASHED.test(path) || imported.has(path))) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    await cache.put(path, answer);
  }
  if (!OUR_SCRIPT.test(path)) imported.set(path, []);
  if (!imported.has(path)) {
    const text = await (await cache.match(path, { ignoreVary: true })).text();
    imported.set(path, [...text.matchAll(IN_SCRIPT)].map(([, to]) => new URL(to, new URL(path, self.location.origin)).pathname));
  }
  return imported.get(path);
}

export async function dropAssetsBut(needed) {
  const cache = await caches.open(ASSETS);
  const idle = (await cache.keys()).filter((request) => !needed.has(pathOf(request)));
  await Promise.all(idle.map((request) => cache.delete(request)));
}

export function isAsset({ url }) {
  return pathOf({ url }).startsWith("/static/");
}

// An old page finds what it was drawn with here, also after a release.
export async function assetFor(request) {
  const kept = () => caches.match(pathOf(request), { cacheName: ASSETS, ignoreVary: true });
  return (HASHED.test(pathOf(request)) && await kept()) || fetch(request).catch(async () => await kept() ?? Response.error());
}
