// <away-line>: one thing on its way to the shelves. What is chosen below is told in its head, and dates are one tap away.
// Words come from the page: data-none is what stands there for nothing.
const named = (element, name) => element.querySelector(`[name$="-${name}"]`);

class AwayLine extends HTMLElement {
  connectedCallback() {
    this.date = named(this, "use_by");
    this.guess = named(this, "guess");
    this.addEventListener("input", (event) => {
      if (event.target === this.date) this.guess.value = "";
      this.tell();
    });
    this.kept = this.storage();
    this.addEventListener("change", (event) => {
      if (event.target.name.endsWith("-place")) this.move();
      this.tell();
    });
    this.addEventListener("stepped", () => this.tell());
    this.addEventListener("click", ({ target }) => {
      const chip = target.closest("[data-date]");
      if (chip) this.choose(chip.dataset.date);
    });
    // The browser may have kept what was typed before the page was left.
    this.tell();
  }

  choose(day) {
    this.date.value = day;
    this.guess.value = "on";
    this.tell();
  }

  // A guessed date that nobody touched follows the place: frozen, it keeps for longer.
  move() {
    const former = this.dataset[this.kept] ?? "";
    this.kept = this.storage();
    if (this.guess.value && this.date.value === former) this.date.value = this.dataset[this.kept] ?? "";
  }

  storage() {
    const chosen = this.querySelector('[name$="-place"]:checked, select[name$="-place"]');
    return JSON.parse(this.closest("[data-storages]").dataset.storages)[chosen?.value] ?? "";
  }

  tell() {
    this.show("amount", named(this, "amount").value.trim());
    this.show("place", this.place());
    this.show("use_by", this.day());
    for (const chip of this.querySelectorAll("[data-date]")) {
      chip.setAttribute("aria-pressed", String(chip.dataset.date === this.date.value));
    }
  }

  show(what, text) {
    const slot = this.querySelector(`[data-shows="${what}"]`);
    const words = text || slot.dataset.none || "";
    if (slot.textContent !== words) slot.textContent = words;
  }

  place() {
    const chosen = this.querySelector('[name$="-place"]:checked');
    if (chosen) return chosen.closest("label").textContent.trim();
    const select = this.querySelector('select[name$="-place"]');
    return select ? select.selectedOptions[0]?.textContent.trim() : "";
  }

  // What the server drew stays as it drew it, until another day is chosen.
  day() {
    const day = this.date.valueAsDate;
    this.proposed ??= this.querySelector('[data-shows="use_by"]').textContent;
    if (this.date.value === this.date.defaultValue) return this.proposed;
    if (!day) return "";
    const words = { day: "numeric", month: "short", timeZone: "UTC" };
    if (day.getUTCFullYear() !== new Date().getFullYear()) words.year = "numeric";
    return new Intl.DateTimeFormat(document.documentElement.lang, words).format(day);
  }
}

customElements.define("away-line", AwayLine);
