// The line to a conversation: says what the page shows, hears what is new, and comes back when it was cut.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const QUIET = 20_000; // an open line that says nothing is asked after this
const ANSWER_WITHIN = 5_000;
const WRITING_AGAIN = 3_000;
const GONE = 4404;

export class ChatSocket {
  // `shows` gives what the page shows now; `hear` takes each message, `hearWriting` who is writing.
  constructor(url, { shows, hear, hearWriting }) {
    Object.assign(this, { url: new URL(url, location.href), shows, hear, hearWriting, failures: 0, wrote: 0 });
    this.url.protocol = this.url.protocol.replace("http", "ws");
    this.leaving = new AbortController();
    const on = (target, name, work) => target.addEventListener(name, work, { signal: this.leaving.signal });
    on(document, "visibilitychange", () => document.visibilityState === "visible" && this.ask());
    on(window, "online", () => this.ask());
    on(window, "pagehide", () => this.hangUp());
    on(window, "pageshow", (event) => event.persisted && this.open());
    this.open();
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  close() {
    this.leaving.abort();
    this.hangUp();
  }

  open() {
    this.hangUp();
    const socket = (this.socket = new WebSocket(this.url));
    socket.onopen = () => this.ask();
    socket.onmessage = (event) => this.onMessage(JSON.parse(event.data));
    socket.onclose = (event) => this.lost(event.code);
  }

  hangUp() {
    clearTimeout(this.timer);
    if (this.socket) this.socket.onopen = this.socket.onclose = this.socket.onmessage = null;
    this.socket?.close();
    this.socket = null;
  }

  lost(code) {
    this.hangUp();
    if (code === GONE) return location.reload();
    this.failures += 1;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures);
    this.timer = setTimeout(() => this.open(), wait * (0.5 + Math.random() / 2));
  }

  // What is new since what the page shows, or is this line dead?
  ask() {
    if (this.socket?.readyState === WebSocket.CONNECTING) return;
    if (!this.isOpen) {
      this.open();
      return;
    }
    this.socket.send(JSON.stringify(this.shows()));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lost(), ANSWER_WITHIN);
  }

  // One writes here: as long as one does, the others are told now and then.
  write() {
    if (!this.isOpen || Date.now() - this.wrote < WRITING_AGAIN) return;
    this.wrote = Date.now();
    this.socket.send(JSON.stringify({ writing: true }));
  }

  onMessage(message) {
    if (message.writing) return this.hearWriting(message.writing);
    this.failures = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), QUIET);
    this.hear(message);
  }
}
