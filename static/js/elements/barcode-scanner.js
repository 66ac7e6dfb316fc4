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
    document.addEventListener("htmx:afterRequest", ({ detail }) => detail.elt === this.form && this.onAnswer(detail), { signal });
    if (matchMedia("(pointer: fine)").matches) this.field.focus();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  // One request at a time; what is scanned meanwhile waits its turn.
  send(code) {
    if (this.sent) return this.waiting.push(code);
    this.field.value = code;
    this.form.requestSubmit();
  }

  onSubmit(event) {
    const code = this.field.value.trim();
    if (this.sent || (!code && !this.photo)) {
      event.preventDefault();
      event.stopPropagation();
      if (code) this.waiting.push(code);
      this.field.value = "";
      return;
    }
    this.sent = { code, operation: this.form.elements.operation.value };
    // htmx has read the form by then: the field is free for the next one, which is an operation of its own.
    setTimeout(() => this.make({ code: "", operation: newId() }));
  }

  make({ code, operation }) {
    this.field.value = code;
    this.form.elements.operation.value = operation;
  }

  onAnswer({ xhr }) {
    // Nobody knows whether it arrived: sent again under the same operation, it is done once.
    if (this.sent && (!xhr.status || xhr.status >= 500)) this.make(this.sent);
    this.sent = this.photo = null;
    if (xhr.status && this.waiting.length) this.send(this.waiting.shift());
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
