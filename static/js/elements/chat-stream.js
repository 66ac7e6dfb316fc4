// <chat-stream>: keeps the messages of a conversation true, follows them while one reads at the end, and stops on Escape.
import "./chat-composer.js";
import "./chat-copy.js";
import "./chat-drawer.js";
import { Follow } from "../chat-follow.js";
import { drawn, renew } from "../chat-renew.js";
import { ChatSocket } from "../chat-socket.js";
import { Told } from "../chat-told.js";
import { Writing } from "../chat-writing.js";

class ChatStream extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector(".messages");
    this.leaving = new AbortController();
    this.told = new Told(this, this.querySelector(":scope > [role=status]"), this.leaving);
    const on = (target, name, work) => target.addEventListener(name, work, { signal: this.leaving.signal });
    on(document, "keydown", (event) => event.key === "Escape" && this.stop(event));
    on(this, "htmx:afterRequest", (event) => this.onSent(event));
    on(this, "submit", ({ target }) => this.sign(target));
    on(this.list, "click", ({ target }) => target.closest("summary")?.parentElement.setAttribute("data-touched", ""));
    this.follow = new Follow(this.list, this.querySelector(".jump"), this.leaving);
    const ears = { shows: () => this.shows(), hear: (news) => this.hear(news), hearWriting: (name) => this.writing.hear(name) };
    this.socket = new ChatSocket(this.dataset.url, ears);
    this.writing = new Writing(this, this.socket, this.leaving);
    this.follow.toEnd();
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
    const focused = document.activeElement;
    if (news.after !== null) this.turn(news.after);
    if (news.messages.length) this.writing.forgetAll();
    for (const html of news.messages) this.put(drawn(html));
    for (const html of [...news.steps, news.stop ?? ""]) this.place(drawn(html));
    for (const tail of news.tails) this.grow(tail);
    for (const [run, number] of Object.entries(news.runs)) this.remember(run, number);
    if (news.title) document.getElementById("title").textContent = news.title;
    if (news.messages.length || news.tails.length || news.steps.length) this.follow.grown();
    // What had the focus may have gone with what was drawn: one goes on writing.
    if (focused !== document.body && !focused.isConnected) this.querySelector(".words textarea").focus({ preventScroll: true });
  }

  // The conversation goes another way from here on.
  turn(after) {
    for (const message of [...this.list.children]) if (Number(message.dataset.at) > after) message.remove();
    document.getElementById("refusal")?.setAttribute("hidden", "");
  }

  // A message that is here is drawn anew in its place; one that is not comes at the end.
  put(fresh) {
    const before = document.getElementById(fresh.id);
    const was = before?.dataset.state;
    if (was === "edited") return;
    if (before) renew(before, fresh);
    else this.list.append(fresh), window.htmx?.process(fresh);
    const now = before ?? fresh;
    if (now.dataset.from === "assistant" && now.dataset.state !== was) this.told.answer(now);
  }

  place(fresh) {
    const stale = fresh && document.getElementById(fresh.id);
    if (stale) renew(stale, fresh);
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

  stop(event) {
    const button = this.querySelector(".stop button");
    if (!button || event.defaultPrevented || document.querySelector("dialog[open], :popover-open")) return;
    button.click();
  }

  // The form may have been replaced by its answer: the event comes from what is around it.
  onSent({ detail }) {
    const { elt, verb } = detail.requestConfig;
    if (!detail.successful || verb !== "post" || detail.xhr.status >= 400) return;
    if (this.socket.isOpen) this.socket.ask();
    else location.reload(); // no line: the page itself has what was said
    if (elt.matches(".words, .next")) this.follow.toEnd();
  }

  // What the socket drew knows no token; the page's own is everybody's.
  sign(form) {
    const token = this.querySelector(".composer [name=csrfmiddlewaretoken]");
    if (!form.elements.csrfmiddlewaretoken && token) form.append(token.cloneNode());
  }
}

customElements.define("chat-stream", ChatStream);
