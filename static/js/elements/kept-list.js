// <kept-list>: on the offline page, the dishes that can be cooked without a network (js/cooking/offline-copy.js).
const CACHE = "kitchen-cook";
const PAGE = /\/cook\/$/;

async function titleOf(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("h1")?.textContent.trim();
}

class KeptList extends HTMLElement {
  async connectedCallback() {
    if (!("caches" in window) || !(await caches.has(CACHE))) return;
    const cache = await caches.open(CACHE);
    const kept = (await cache.keys()).filter(({ url }) => PAGE.test(new URL(url).pathname));
    const newest = new Map(kept.map((request) => [new URL(request.url).pathname, request]));
    for (const request of [...newest.values()].reverse()) this.add(request.url, await titleOf(await cache.match(request)));
    this.hidden = !newest.size;
  }

  add(address, title) {
    const link = document.createElement("a");
    link.className = "whole name";
    [link.href, link.textContent] = [address, title];
    const row = document.createElement("li");
    row.append(link);
    this.querySelector("ul").append(row);
  }
}

customElements.define("kept-list", KeptList);
