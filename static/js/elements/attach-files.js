// <attach-files>: pictures and files beside a message, chosen, pasted or dropped anywhere on the page. With data-url each
// is sent at once and waits in the form under its id; without, they stay in the field and go with the form.
import { smallPhoto } from "../small-photo.js";
import { mark, rowOf } from "../waiting-file.js";

const MOST = 6;
const LARGEST = 20_000_000; // bytes

class AttachFiles extends HTMLElement {
  connectedCallback() {
    [this.list, this.input, this.status] = ["ul", "input[type=file]", "[role=status]"].map((one) => this.querySelector(one));
    this.form = this.closest("form");
    this.leaving = new AbortController();
    const on = (target, name, work, capture = false) =>
      target.addEventListener(name, work, { signal: this.leaving.signal, capture });
    on(this.input, "change", () => this.take([...this.input.files]));
    on(this.form, "paste", (event) => this.taken(event, event.clipboardData.files));
    on(this.form, "submit", (event) => this.onSubmit(event), true);
    on(document, "dragover", (event) => this.onOver(event));
    on(document, "dragleave", (event) => event.relatedTarget || this.removeAttribute("data-over"));
    on(document, "drop", (event) => this.taken(event, event.dataTransfer.files));
    on(this.list, "click", (event) => this.onClick(event));
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  onOver(event) {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    this.setAttribute("data-over", "");
  }

  taken(event, files) {
    this.removeAttribute("data-over");
    if (!files.length) return;
    event.preventDefault();
    this.take([...files]);
  }

  async take(files) {
    const room = MOST - this.list.children.length;
    this.input.value = "";
    for (const file of files.slice(0, room)) {
      const row = rowOf(this.querySelector("template"), file);
      this.list.append(row);
      row.file = await smallPhoto(file);
      if (row.file.size > LARGEST) mark(row, "wrong", this.say(this.dataset.large));
      else if (this.dataset.url) this.send(row);
      else mark(row, "there", "");
    }
    this.keep();
    if (files.length > room) this.say(this.dataset.many, true);
  }

  // Rows show by themselves how they are: what is said is to be heard, and seen where there is no row for it.
  say(words, seen = false) {
    this.status.classList.toggle("only-heard", !seen);
    return (this.status.textContent = words);
  }

  async send(row) {
    row.dataset.state = "sending";
    const body = this.body();
    body.append("id", row.id);
    body.append("file", row.file, row.file.name);
    try {
      const response = await fetch(this.dataset.url, { method: "POST", body });
      const told = await response.json();
      if (response.ok) this.put(row, told);
      else mark(row, "wrong", this.say(told.error));
    } catch {
      mark(row, "failed", this.say(this.dataset.failed));
    }
    if (this.waits && !this.list.querySelector(":not([data-state=there])")) this.form.requestSubmit(this.form.querySelector("button.send"));
  }

  body() {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", this.form.querySelector("[name=csrfmiddlewaretoken]").value);
    return body;
  }

  put(row, told) {
    if (!row.isConnected) return; // left out while it was on its way: it goes by itself, some time later
    row.insertAdjacentHTML("afterend", told.html);
    row.remove();
    this.say(told.said);
  }

  // Where nothing is sent before its message, the field holds what the list shows.
  keep() {
    if (this.dataset.url) return;
    const held = new DataTransfer();
    for (const row of this.list.children) if (row.dataset.state === "there") held.items.add(row.file);
    this.input.files = held.files;
  }

  onClick(event) {
    const [row, again, off] = ["li", ".again", ".off"].map((one) => event.target.closest(one));
    if (again) return this.send(row);
    if (!off) return;
    event.preventDefault();
    if (off.hasAttribute("formaction")) fetch(off.formAction, { method: "POST", body: this.body(), keepalive: true });
    row.remove();
    this.keep();
    this.form.querySelector("textarea").focus();
  }

  // A message waits for the files that are on their way to go with it.
  onSubmit(event) {
    this.waits = Boolean(this.list.querySelector("[data-state=sending]"));
    if (this.waits) (event.preventDefault(), event.stopImmediatePropagation());
  }
}

customElements.define("attach-files", AttachFiles);
