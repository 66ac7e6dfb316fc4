// <chat-composer>: Enter sends, Shift+Enter begins a new line, Escape gives an edit up; what an input method is still
// composing is left to it. With data-draft what is typed is kept on the device under that name until it is sent; what is
// typed while a message is on its way stays, and where it was sent meanwhile, it follows.
const COMPOSING = 229; // what Safari tells while an input method has the keyboard
const DRAFT = "chat:";

class ChatComposer extends HTMLElement {
  leaving = null; // what is on its way
  typed = ""; // and what was typed since
  follows = false;

  connectedCallback() {
    this.addEventListener("keydown", (event) => this.onKey(event));
    if (!this.dataset.draft) return;
    this.addEventListener("input", () => this.keep());
    this.addEventListener("htmx:beforeSend", ({ target }) => target.matches(".words") && this.leave());
    this.addEventListener("htmx:afterRequest", ({ detail }) => detail.requestConfig.elt.matches(".words") && this.arrive(detail.successful && detail.xhr.status < 400));
    this.addEventListener("htmx:afterSettle", () => this.follow());
    this.closest("form.opening")?.addEventListener("submit", () => this.forget());
    this.restore();
  }

  get field() {
    return this.querySelector("textarea");
  }

  onKey(event) {
    const { target } = event;
    if (event.isComposing || event.keyCode === COMPOSING || !target.matches("textarea")) return;
    if (event.key === "Escape") return this.giveUp(event);
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.follows = this.leaving !== null && target === this.field;
    if (this.follows) return;
    const send = target.form?.querySelector("button.send");
    const brings = target.form?.querySelector("attach-files li");
    if ((target.value.trim() || brings) && send?.offsetParent) target.form.requestSubmit(send);
  }

  giveUp(event) {
    const cancel = this.closest("form")?.querySelector("a.cancel");
    if (!cancel) return;
    event.preventDefault();
    event.stopPropagation();
    cancel.click();
  }

  leave() {
    this.leaving = this.field.value;
    this.field.value = this.typed = "";
  }

  // The form is a new one by now; what could not be sent stands before what was typed since.
  arrive(well) {
    if (this.leaving === null) return;
    this.field.value = [well ? "" : this.leaving, this.typed].filter(Boolean).join("\n");
    this.leaving = null;
    this.follows &&= Boolean(well && this.typed.trim());
    this.keep();
  }

  follow() {
    if (!this.follows || this.leaving !== null) return;
    this.follows = false;
    this.field.form.requestSubmit();
  }

  keep() {
    this.typed = this.field.value;
    const value = [this.leaving, this.typed].filter(Boolean).join("\n");
    if (value.trim()) localStorage.setItem(DRAFT + this.dataset.draft, value);
    else this.forget();
  }

  forget() {
    localStorage.removeItem(DRAFT + this.dataset.draft);
  }

  // What the server sent back to be mended is newer than what was kept.
  restore() {
    const kept = localStorage.getItem(DRAFT + this.dataset.draft);
    if (kept && !this.field.value) this.field.value = kept;
  }
}

customElements.define("chat-composer", ChatComposer);
