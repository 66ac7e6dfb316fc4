// <amount-stepper data-step="0.25">: plus and minus beside a number that can be typed as well. What is no plain number
// is left as it is; less than one step is as little as it goes.
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
    const now = Number(this.input.value.replace(",", "."));
    const step = Number(this.dataset.step) || 1;
    if (!this.input.value.trim() || Number.isNaN(now)) return;
    const next = Math.round((now + by * step) * 10000) / 10000;
    if (next > 0) this.input.value = String(next);
  }
}

customElements.define("amount-stepper", AmountStepper);
