// <barcode-scanner>: every code that the camera sees, a scanner types or a photo shows is sent once, one after the other.
import "./scan-camera.js";
import { newId } from "../new-id.js";
import { shrinkIn } from "../small-photo.js";

class BarcodeScanner extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.field = this.form.elements.code;
    this.waiting = [];
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.addEventListener("submit", (event) => this.onSubmit(event), { signal, capture: true });
    this.addEventListener("scan:code", ({ detail }) => this.send(detail), { signal });
    this.addEventListener("change", ({ target }) => target.type === "file" && this.sendPhoto(target), { signal });
    document.addEventListener("keydown", (event) => this.onKey(event), { signal });
    this.addEventListener("htmx:beforeSend", ({ detail }) => detail.elt === this.form && this.onSend(), { signal });
    document.addEventListener("htmx:afterRequest", ({ detail }) => detail.elt === this.form && this.onAnswer(detail), { signal });
    if (matchMedia("(pointer: fine)").matches) this.field.focus();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  // One request at a time; what is scanned meanwhile waits its turn.
  send(code, operation = newId()) {
    if (this.sent) return this.waiting.push({ code, operation });
    const typed = this.field.value;
    this.make({ code, operation });
    this.form.requestSubmit();
    this.field.value = typed;
  }

  onSubmit(event) {
    const code = this.field.value.trim();
    if (this.sent || (!code && !this.photo)) {
      event.preventDefault();
      event.stopPropagation();
      if (code) this.waiting.push({ code, operation: newId() });
      this.field.value = "";
      return;
    }
    this.sent = { code, operation: this.form.elements.operation.value };
  }

  // htmx has read the form: the field is free for the next digit, which belongs to an operation of its own.
  onSend() {
    this.make({ code: "", operation: newId() });
  }

  make({ code, operation }) {
    this.field.value = code;
    this.form.elements.operation.value = operation;
  }

  onAnswer({ xhr }) {
    // Nobody knows whether it arrived: sent again under the same operation, it is done once.
    const lost = this.sent && (!xhr.status || xhr.status >= 500) ? this.sent : null;
    this.sent = this.photo = null;
    if (lost && this.field.value) this.waiting.unshift(lost);
    else if (lost) this.make(lost);
    const next = xhr.status ? this.waiting.shift() : null;
    // htmx holds its lock on the form until all who heard of the answer are done.
    if (next) queueMicrotask(() => this.send(next.code, next.operation));
  }

  async sendPhoto(input) {
    if (!input.files.length || this.sent) return;
    this.photo = input;
    await shrinkIn(input);
    this.field.value = "";
    this.form.requestSubmit();
    input.value = "";
  }

  // A scanner types wherever the focus is.
  onKey({ key, target, ctrlKey, metaKey }) {
    const typesElsewhere = target.closest("input:not([type=file], [type=radio]), textarea, select, dialog");
    if (/^[0-9(\]]$/.test(key) && !typesElsewhere && !ctrlKey && !metaKey) this.field.focus();
  }
}

customElements.define("barcode-scanner", BarcodeScanner);
