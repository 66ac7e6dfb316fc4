// <chat-stream>: keeps the messages of a conversation true, follows them while one reads at the end, and stops on Escape.
import "./chat-composer.js";
import { ChatSocket } from "../chat-socket.js";
import { patch } from "../live-patch.js";

const NEAR = 96; // so close to the end counts as at the end
const LATEST = { top: Number.MAX_SAFE_INTEGER, behavior: "instant" };

class ChatStream extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector(".messages");
    this.status = this.querySelector(":scope > [role=status]");
    this.jump = this.querySelector(".jump");
    this.leaving = new AbortController();
    const on = (target, name, work) => target.addEventListener(name, work, { signal: this.leaving.signal });
    on(document, "keydown", (event) => event.key === "Escape" && this.stop(event));
    on(window, "scroll", () => this.atEnd() && this.showJump(false));
    on(this.jump, "click", () => this.toEnd());
    on(this, "htmx:afterRequest", (event) => this.onSent(event));
    this.socket = new ChatSocket(this.dataset.url, { shows: () => this.shows(), hear: (news) => this.hear(news) });
    this.toEnd();
  }

  disconnectedCallback() {
    this.leaving.abort();
    this.socket.close();
  }

  shows() {
    const numbers = [...this.list.children].map((message) => Number(message.dataset.at));
    const heard = [...this.list.querySelectorAll("[data-run]")].map(({ dataset }) => [dataset.run, Number(dataset.heard)]);
    return { first: numbers[0] ?? 0, last: numbers.at(-1) ?? 0, runs: Object.fromEntries(heard) };
  }

  hear(news) {
    const follows = this.atEnd();
    for (const html of news.messages) this.put(html);
    for (const html of news.steps) patch(html);
    for (const tail of news.tails) this.grow(tail);
    if (news.stop) patch(news.stop);
    for (const [run, number] of Object.entries(news.runs)) this.remember(run, number);
    if (news.title) document.getElementById("title").textContent = news.title;
    const isNews = news.messages.length || news.tails.length || news.steps.length;
    if (isNews && follows) this.toEnd();
    else if (isNews) this.showJump(true);
  }

  // A message that is here is drawn anew in its place; one that is not comes at the end.
  put(html) {
    const drawn = document.createElement("template");
    drawn.innerHTML = html;
    const fresh = drawn.content.firstElementChild;
    const before = document.getElementById(fresh.id);
    const was = before?.dataset.state;
    if (before) patch(html);
    else this.list.append(fresh), window.htmx?.process(fresh);
    if (fresh.dataset.from === "assistant" && fresh.dataset.state !== was) this.say(fresh);
  }

  // The blocks that stand still stay; what follows them is replaced.
  grow({ id, keep, html }) {
    const text = document.getElementById(id);
    if (!text) return;
    while (text.children.length > keep) text.lastElementChild.remove();
    text.insertAdjacentHTML("beforeend", html);
  }

  remember(run, number) {
    const message = this.list.querySelector(`[data-run="${CSS.escape(run)}"]`);
    if (message) message.dataset.heard = number;
  }

  // Heard once as the answer begins and once as it ends, never word by word.
  say(message) {
    const waiting = message.querySelector(".proposal[data-state=open]");
    const state = message.dataset.state === "running" || message.dataset.state === "done" ? message.dataset.state : "failed";
    this.status.textContent = this.status.dataset[waiting && state === "done" ? "waiting" : state];
  }

  stop(event) {
    const button = this.querySelector(".stop button");
    if (!button || event.defaultPrevented || document.querySelector("dialog[open], :popover-open")) return;
    button.click();
  }

  onSent({ detail }) {
    // The form has been replaced by its answer: the event comes from what is around it.
    if (!detail.successful || !detail.requestConfig.elt.matches(".words")) return;
    if (this.socket.isOpen) this.socket.ask();
    else location.reload(); // no line: the page itself has what was said
    this.toEnd();
  }

  atEnd() {
    return window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - NEAR;
  }

  toEnd() {
    window.scrollTo(LATEST);
    this.showJump(false);
  }

  showJump(shown) {
    this.jump.hidden = !shown;
  }
}

customElements.define("chat-stream", ChatStream);
