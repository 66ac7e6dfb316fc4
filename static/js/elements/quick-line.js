// <quick-line>: the field grows with what is pasted or typed into it; Enter sends it, Shift and Enter begin a line.
const GROWS = CSS.supports("field-sizing", "content");
const MOST_ROWS = 10;

class QuickLine extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("textarea");
    this.field.addEventListener("keydown", (event) => this.onKey(event));
    if (!GROWS) this.field.addEventListener("input", () => this.grow());
    this.grow();
  }

  onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (this.field.value.trim()) this.field.form.requestSubmit();
  }

  grow() {
    if (!GROWS) this.field.rows = Math.min(MOST_ROWS, this.field.value.split("\n").length);
  }
}

customElements.define("quick-line", QuickLine);
