// <scan-list>: the lines of what was scanned. A lot has one line, its newest; one that was changed in the dialog is drawn anew.
class ScanList extends HTMLElement {
  connectedCallback() {
    this.leaving = new AbortController();
    const on = (name, work) => document.addEventListener(name, work, { signal: this.leaving.signal });
    on("click", ({ target }) => this.remember(target.closest("[data-change]")));
    on("dialog:close", () => this.drawAgain());
    on("htmx:afterSwap", () => this.tidy());
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  remember(button) {
    if (button) this.changed = button.closest("li");
  }

  drawAgain() {
    const again = this.changed?.querySelector("[data-again]");
    if (again) window.htmx?.trigger(again, "again");
    this.changed = null;
  }

  tidy() {
    const seen = new Set();
    for (const line of this.querySelectorAll("li[data-lot]")) {
      if (seen.has(line.dataset.lot)) line.remove();
      seen.add(line.dataset.lot);
    }
  }
}

customElements.define("scan-list", ScanList);
