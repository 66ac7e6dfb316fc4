// <draft-keeper data-url>: keeps what is typed into the form inside as a draft, a moment after the last key and on leaving.
// What could not be kept is said, and the page is not left with it without a question; the text stays in the form.
const PAUSE = 2500;

class DraftKeeper extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.form.addEventListener("input", (event) => event.target.name && this.onInput(), { signal });
    this.form.addEventListener("change", (event) => event.target.name && this.onInput(), { signal });
    this.form.addEventListener("submit", () => this.rest(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.keepOnLeaving(), { signal });
    addEventListener("pagehide", () => this.keepOnLeaving(), { signal });
    addEventListener("online", () => this.open && this.keep(), { signal });
    addEventListener("beforeunload", (event) => this.lost && event.preventDefault(), { signal });
  }

  disconnectedCallback() {
    this.keepOnLeaving();
    this.leaving.abort();
  }

  // An address that asks for an empty form would show one after a reload, and not the draft.
  onInput() {
    this.open = true;
    if (location.search) history.replaceState(history.state, "", location.pathname);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE);
  }

  // The form is on its way: what comes behind it would be a draft of what has been saved.
  rest() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.open = this.lost = false;
  }

  get typed() {
    const typed = new FormData(this.form);
    for (const name of ["pictures", "pasted"]) typed.delete(name);
    return typed;
  }

  async keep() {
    clearTimeout(this.timer);
    this.open = false;
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await fetch(this.dataset.url, { method: "POST", body: this.typed, signal: this.asking.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      this.lost = false;
      this.say(this.dataset.kept.replace("{time}", time));
    } catch (error) {
      if (error.name === "AbortError") return;
      this.open = this.lost = true;
      this.say(this.dataset.lost);
    }
  }

  keepOnLeaving() {
    if (!this.open) return;
    this.open = !navigator.sendBeacon(this.dataset.url, this.typed);
    clearTimeout(this.timer);
  }

  say(text) {
    this.querySelector("[data-says]").textContent = text;
  }
}

customElements.define("draft-keeper", DraftKeeper);
