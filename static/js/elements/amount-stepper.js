// <amount-stepper data-step="0.25">: plus and minus beside a number that can be typed as well, its unit behind it is
// kept. What does not begin with a plain number is left as it is; less than one step is as little as it goes.
class AmountStepper extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.addEventListener("click", (event) => {
      const by = event.target.closest("[data-by]")?.dataset.by;
      if (by) this.go(Number(by));
    });
    this.input.addEventListener("keydown", (event) => {
      const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.go(by);
    });
  }

  go(by) {
    const found = this.input.value.trim().match(/^(\d+(?:[.,]\d+)?)(\s*[^\d\s/].*)?$/);
    if (!found) return;
    const step = Number(this.dataset.step) || 1;
    const next = Math.round((Number(found[1].replace(",", ".")) + by * step) * 10000) / 10000;
    if (next <= 0) return;
    this.input.value = `${next}${found[2] ?? ""}`;
    this.dispatchEvent(new Event("stepped", { bubbles: true }));
  }
}

customElements.define("amount-stepper", AmountStepper);
