// Which pages a device keeps, and how many of each: the oldest go.
const HOUSEHOLD = "^/h/([\\w-]+)/";
const ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
const KINDS = [
  { name: "start", most: 4, is: /^\/$/ },
  { name: "today", most: 5, is: new RegExp(`${HOUSEHOLD}$`) },
  { name: "lists", most: 5, is: new RegExp(`${HOUSEHOLD}shopping/$`) },
  { name: "list", most: 40, is: new RegExp(`${HOUSEHOLD}shopping/lists/${ID}/$`) },
  { name: "shop", most: 40, is: new RegExp(`${HOUSEHOLD}shopping/lists/${ID}/shop/$`) },
  { name: "recipe", most: 60, is: new RegExp(`${HOUSEHOLD}recipes/${ID}/$`) },
  { name: "cook", most: 40, is: new RegExp(`${HOUSEHOLD}recipes/${ID}/cook/$`) },
  // A part that Today asks for when it stands.
  { name: "part", most: 5, is: new RegExp(`${HOUSEHOLD}tonight/$`) },
];
const LINK_TO_LIST = new RegExp(`href="(${HOUSEHOLD.slice(1)}shopping/lists/${ID}/)"`, "g");

export function kindOf(url) {
  return KINDS.find(({ is }) => is.test(new URL(url).pathname));
}

export function isPage(url) {
  return !["part", undefined].includes(kindOf(url)?.name);
}

export function isPart({ url, headers }) {
  return headers.has("HX-Request") && kindOf(url)?.name === "part";
}

export function codeIn(url) {
  return new URL(url).pathname.match(new RegExp(HOUSEHOLD))?.[1];
}

export function listsLinkedIn(html) {
  return new Set([...html.matchAll(LINK_TO_LIST)].map(([, path]) => new URL(path, self.location.origin).href));
}
