// Sends what waits: in its order, one request at a time, again from the head until it was answered. The service worker
// imports this too. What came of it: "" (nothing waits any more), "offline", "trouble", "busy", "signed-out", "other",
// "forbidden", "gone", "old"; all but the first leave everything where it is.
import { countTry, joins, refuse, settle, waiting } from "./queue.js";
import { tellTabs } from "./tabs.js";
import { inTurn } from "./turn.js";

const PROTOCOL = 1;
const MOST = 100;
const LARGEST = 200_000;
const ANSWER_WITHIN = 20_000;
const OUTLIVES_THE_PAGE = 50_000; // browsers finish a smaller request although its page is closed
const TRIES = 5;
const MEANS = { 401: "signed-out", 403: "forbidden", 404: "gone", 409: "other", 410: "gone" };
// Not 500: a database that is away for a minute says that too, and each change by itself is answered by its own sentence.
const CANNOT_BE_READ = new Set([400, 413, 422]);

// `heard` gets {results, rows, joined} of each batch; `headers` are what else a page has to say (its token).
export function sendWaiting(person, { headers = {}, heard = () => {} } = {}) {
  return inTurn(async (goOn) => {
    const stopped = new Map();
    let most = MOST;
    while (await goOn()) {
      const operations = await waiting(person);
      const first = operations.find(({ url }) => !stopped.has(url));
      if (!first) return [...stopped.values()][0] ?? "";
      const batch = begun(operations.filter(({ url }) => url === first.url), most);
      const { means, answer } = await post(person, batch, headers);
      if (means === "offline") return means;
      if (["unread", "old"].includes(means) && batch.length > 1) most = Math.ceil(batch.length / 4);
      else if (means === "unread") stopped.set(first.url, await giveUp(person, first));
      else if (means) stopped.set(first.url, means);
      else if (!(await take(person, batch, answer, heard))) stopped.set(first.url, "trouble");
    }
    return "busy";
  });
}

function begun(operations, most) {
  let size = 0;
  return operations.slice(0, most).filter(({ body }, at) => {
    size += JSON.stringify(body).length;
    return at === 0 || size < LARGEST;
  });
}

async function post(person, batch, headers) {
  const body = JSON.stringify({ protocol: PROTOCOL, person, operations: batch.map(({ body }) => body) });
  const about = { method: "POST", credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout?.(ANSWER_WITHIN) };
  try {
    const response = await fetch(batch[0].url, { ...about, body, keepalive: body.length < OUTLIVES_THE_PAGE, headers: { "Content-Type": "application/json", ...headers } });
    if (response.type === "opaqueredirect") return { means: "signed-out" }; // to the sign-in page
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return { answer, means: Array.isArray(answer.results) ? "" : "trouble" };
    if (answer.reload) return { means: "old" };
    return { means: MEANS[response.status] ?? (CANNOT_BE_READ.has(response.status) ? "unread" : "trouble") };
  } catch {
    return { means: "offline" };
  }
}

// Whether anything came of it: where all is to wait for later, so do we.
async function take(person, batch, { results, rows = {} }, heard) {
  const asked = new Map(batch.map(({ id, item }) => [id, item]));
  const told = results.filter(({ id }) => asked.has(id)).map((result) => ({ ...result, asked: asked.get(result.id) }));
  const answer = { person, results: told, rows, joined: [...joins(told)] };
  await settle(answer);
  heard(answer);
  tellTabs(answer);
  return told.some(({ outcome }) => outcome !== "later");
}

// One that the server cannot read, again and again, must not keep the others from being sent: it stays, with its text.
async function giveUp(person, { id, tries }) {
  if (tries < TRIES) await countTry(person, id);
  else await refuse(person, new Set([id]), "");
  return "trouble";
}
