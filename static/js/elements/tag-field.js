// <tag-field data-list>: a line of words with commas between them, as words that are added and taken out one by one. The
// line stays the field that is sent. data-list names the words that are offered.
class TagField extends HTMLElement {
  connectedCallback() {
    this.line = this.querySelector("input");
    if (this.line.getAttribute("aria-invalid") === "true") return;
    this.entry = Object.assign(this.line.cloneNode(), { value: "", id: `${this.line.id}_entry`, maxLength: 80 });
    this.entry.removeAttribute("name");
    this.entry.setAttribute("list", this.dataset.list);
    this.entry.setAttribute("enterkeyhint", "done");
    this.words = Object.assign(document.createElement("span"), { className: "words" });
    this.line.before(this.words);
    this.words.append(this.entry);
    this.line.type = "hidden";
    this.querySelector("label").htmlFor = this.entry.id;
    this.entry.addEventListener("keydown", (event) => this.onKey(event));
    this.entry.addEventListener("input", (event) => this.onInput(event));
    this.entry.addEventListener("blur", () => this.take());
    this.words.addEventListener("click", ({ target }) => target.closest("button") && this.drop(target.closest("button")));
    this.draw();
  }

  get list() {
    return this.line.value.split(",").map((word) => word.trim()).filter(Boolean);
  }

  set list(words) {
    this.line.value = [...new Set(words)].join(", ");
    this.line.dispatchEvent(new Event("input", { bubbles: true }));
    this.draw();
  }

  draw() {
    for (const old of this.words.querySelectorAll("button")) old.remove();
    for (const word of this.list) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "badge", textContent: word });
      button.setAttribute("aria-label", this.dataset.without.replace("{word}", word));
      this.entry.before(button);
    }
  }

  take() {
    const typed = this.entry.value.split(",").map((word) => word.trim()).filter(Boolean);
    this.entry.value = "";
    if (typed.length) this.list = [...this.list, ...typed];
  }

  drop(button) {
    this.list = this.list.filter((word) => word !== button.textContent);
    this.entry.focus();
  }

  // What was chosen from the list comes as one change, not letter by letter.
  onInput({ inputType }) {
    if (inputType === "insertReplacementText" || inputType === undefined || this.entry.value.includes(",")) this.take();
  }

  onKey(event) {
    if (event.key === "Enter" && this.entry.value.trim()) {
      event.preventDefault();
      this.take();
    } else if (event.key === "Backspace" && !this.entry.value && this.list.length) {
      this.list = this.list.slice(0, -1);
    }
  }
}

customElements.define("tag-field", TagField);
