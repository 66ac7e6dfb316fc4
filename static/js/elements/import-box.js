// <import-box>: one box for an address, a text and files. Files may be dropped anywhere on it, or pasted; they are
// listed by name, and can be taken out again.
class ImportBox extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("textarea");
    this.input = this.querySelector("input[type=file]");
    this.list = this.querySelector(".chosen");
    this.depth = 0;
    this.addEventListener("dragenter", (event) => this.enter(event));
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("dragleave", () => this.leave());
    this.addEventListener("drop", (event) => this.drop(event));
    this.addEventListener("paste", (event) => this.take(event.clipboardData.files, event));
    this.input.addEventListener("change", () => this.show());
    this.dataset.ready = "";
    this.show();
  }

  enter(event) {
    event.preventDefault();
    this.depth += 1;
    this.dataset.over = "";
  }

  leave() {
    this.depth -= 1;
    if (this.depth <= 0) delete this.dataset.over;
  }

  drop(event) {
    event.preventDefault();
    this.depth = 0;
    delete this.dataset.over;
    if (event.dataTransfer.files.length) return this.take(event.dataTransfer.files, event);
    const said = event.dataTransfer.getData("text/uri-list") || event.dataTransfer.getData("text/plain");
    this.text.value = [this.text.value.trim(), said].filter(Boolean).join("\n");
  }

  take(files, event) {
    if (!files.length) return;
    event.preventDefault();
    this.put([...this.input.files, ...files]);
  }

  put(files) {
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    this.input.files = held.files;
    this.show();
  }

  show() {
    const files = [...this.input.files];
    this.list.replaceChildren(...files.map((file) => this.row(file)));
    this.list.hidden = !files.length;
  }

  row(file) {
    const row = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = file.name;
    button.addEventListener("click", () => this.put([...this.input.files].filter((one) => one !== file)));
    row.append(button);
    return row;
  }
}

customElements.define("import-box", ImportBox);
