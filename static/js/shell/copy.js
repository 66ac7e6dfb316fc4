// <copy-text>: a readonly field and a button that copies it. The button is hidden until it can work.
class CopyText extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input, textarea");
    this.button = this.querySelector("button");
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.copy());
    this.input.addEventListener("focus", () => this.input.select());
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.input.value);
    } catch {
      // Plain http has no clipboard: the old way still works, and else the text is selected to copy by hand.
      this.input.select();
      if (!document.execCommand("copy")) return;
    }
    this.say(this.dataset.done);
  }

  say(text) {
    const label = this.button.querySelector("span");
    const before = label.textContent;
    this.querySelector("[role=status]").textContent = text;
    if (before !== text) {
      label.textContent = text;
      setTimeout(() => { label.textContent = before; }, 2000);
    }
  }
}

customElements.define("copy-text", CopyText);
