// <live-socket data-url data-since>: keeps the page true to the household (accounts/live/protocol.py tells the words).
import { patch } from "./live-patch.js";

const LONGEST_WAIT = 30_000;
const FIRST_WAIT = 500;
const ANSWER_WITHIN = 6_000;
const QUIET = 60_000; // a line that died without a word is found out after this
const CALM = 3_000; // a hiccup shorter than this is nobody's business
const GRACE = 5_000; // the answer to a form that was sent comes within this
const GONE = 4404;

class LiveSocket extends HTMLElement {
  connectedCallback() {
    this.number = Number(this.dataset.since);
    this.failures = 0;
    this.sent = 0;
    this.leaving = new AbortController();
    const on = (target, name, work) => target.addEventListener(name, work, { signal: this.leaving.signal });
    on(document, "visibilitychange", () => document.visibilityState === "visible" && this.ask());
    on(document, "submit", () => { this.sent = Date.now(); });
    on(window, "focus", () => this.ask());
    on(window, "online", () => this.ask());
    on(window, "offline", () => this.show("offline"));
    on(window, "pagehide", () => this.hangUp());
    on(window, "pageshow", (event) => event.persisted && this.open());
    this.open();
  }

  disconnectedCallback() {
    this.leaving.abort();
    this.hangUp();
  }

  open() {
    this.hangUp();
    const url = new URL(this.dataset.url, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    url.search = `since=${this.number}`;
    const socket = (this.socket = new WebSocket(url));
    socket.onmessage = (event) => this.hear(JSON.parse(event.data));
    socket.onclose = (event) => this.lost(event.code);
    this.calm ??= setTimeout(() => this.show("offline"), CALM);
  }

  hangUp() {
    clearTimeout(this.timer);
    if (this.socket) this.socket.onclose = this.socket.onmessage = null;
    this.socket?.close();
    this.socket = null;
    this.asking = false;
  }

  lost(code) {
    if (code === GONE) return this.loadAgain();
    this.hangUp();
    this.calm ??= setTimeout(() => this.show("offline"), CALM);
    this.failures += 1;
    if (this.failures > 2 && navigator.onLine) this.checkPage();
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures);
    this.timer = setTimeout(() => this.open(), wait * (0.5 + Math.random() / 2));
  }

  // A refused socket does not say why: if the page itself is gone for this person, show them what is there instead.
  async checkPage() {
    const answer = await fetch(location.href, { method: "HEAD", redirect: "manual" }).catch(() => null);
    if (answer && (answer.type === "opaqueredirect" || answer.status === 404)) this.loadAgain();
  }

  // After sleep, or when somebody comes back: what happened since, or is this line dead?
  ask() {
    if (this.socket?.readyState === WebSocket.CONNECTING || this.asking) return;
    if (this.socket?.readyState !== WebSocket.OPEN) {
      this.failures = 0;
      return this.open();
    }
    this.asking = true;
    this.socket.send(JSON.stringify({ since: this.number }));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lost(), ANSWER_WITHIN);
  }

  hear(message) {
    this.failures = 0;
    this.asking = false;
    clearTimeout(this.calm);
    this.calm = null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), QUIET);
    if (message.reload) return this.reload();
    this.show("live");
    if (message.from > this.number) return this.ask();
    if (message.number <= this.number) return;
    this.number = message.number;
    patch(message.html);
    for (const kind of message.kinds) document.body.dispatchEvent(new CustomEvent(`live:${kind}`));
  }

  reload() {
    const typing = document.activeElement?.matches("input, textarea, select, [contenteditable]");
    if (typing) this.show("stale");
    else this.loadAgain();
  }

  // What answers a form just sent (leaving, deleting) is a better page than this one, which may be gone by now.
  loadAgain() {
    setTimeout(() => location.reload(), Math.max(0, this.sent + GRACE - Date.now()));
  }

  // Nothing is said while all is well; a screen reader hears of each change of state once.
  show(state) {
    if (this.dataset.state === state) return;
    this.dataset.state = state;
    const words = this.querySelector(`template[data-state="${state}"]`);
    this.querySelector("[role=status]").replaceChildren(...(words ? [words.content.cloneNode(true)] : []));
  }
}

customElements.define("live-socket", LiveSocket);
