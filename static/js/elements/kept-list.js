// <kept-list>: on the offline page, what this device has kept (js/worker/pages.js): its parts with data-kept name addresses
// that they list, the page opened last first.
const PAGES = "kitchen-pages-";
const HEADING = /<h1[^>]*>[\s\S]*?<\/h1>/;

async function keptPages() {
  const names = window.caches ? (await caches.keys()).filter((name) => name.startsWith(PAGES)) : [];
  if (names.length !== 1) return [];
  const cache = await caches.open(names[0]);
  const found = await Promise.all((await cache.keys()).map(async ({ url }) => ({ url, copy: await cache.match(url) })));
  const pages = found.filter(({ copy }) => copy?.ok && copy.headers.has("Kept-At"));
  return pages.sort((one, other) => other.copy.headers.get("Kept-At").localeCompare(one.copy.headers.get("Kept-At")));
}

async function titleOf(copy) {
  const [heading] = (await copy.text()).match(HEADING) ?? [""];
  const page = new DOMParser().parseFromString(heading, "text/html");
  for (const picture of page.querySelectorAll("[aria-hidden=true]")) picture.remove();
  return page.body.textContent.trim();
}

class KeptList extends HTMLElement {
  async connectedCallback() {
    const pages = await keptPages();
    for (const part of this.querySelectorAll("[data-kept]")) await this.fill(part, pages);
  }

  async fill(part, pages) {
    const address = new RegExp(part.dataset.kept);
    const fitting = pages.filter(({ url }) => address.test(new URL(url).pathname));
    const newest = [...new Map(fitting.reverse().map((page) => [new URL(page.url).pathname, page])).values()].reverse();
    const rows = await Promise.all(newest.map(({ url, copy }) => this.row(url, copy)));
    part.querySelector("ul").append(...rows);
    part.hidden = !rows.length;
    this.hidden &&= part.hidden;
  }

  async row(address, copy) {
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    const link = row.querySelector("a");
    [link.href, link.textContent] = [address, await titleOf(copy)];
    return row;
  }
}

customElements.define("kept-list", KeptList);
