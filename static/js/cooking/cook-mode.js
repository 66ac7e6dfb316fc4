// <cook-mode data-key data-drawn>: one step after the other, and ingredients that are struck through. What was struck
// and where one is survive a reload. Keys: arrows and space; fingers: a stroke to the side.
import "./cook-timers.js";
import "./start-timer.js";
import "./wake-lock.js";
import { kept, keep } from "./kept.js";

const STROKE = 60;
const BACK = ["ArrowLeft", "PageUp"];
const ON = ["ArrowRight", "PageDown", " "];
const BUSY = "input:not([type=checkbox]), select, textarea, summary, dialog[open] *";

class CookMode extends HTMLElement {
  connectedCallback() {
    this.name = this.dataset.key;
    this.places = [...this.querySelectorAll("[data-place]")];
    this.boxes = [...this.querySelectorAll("input[data-line]")];
    const { at = 0, struck = [] } = kept(this.name) ?? {};
    this.strike(struck);
    this.addEventListener("change", (event) => this.onTick(event.target));
    this.addEventListener("click", (event) => this.onClick(event.target));
    this.addEventListener("touchstart", (event) => this.onTouch(event), { passive: true });
    this.addEventListener("touchend", (event) => this.onTouchEnd(event), { passive: true });
    document.addEventListener("keydown", (event) => this.onKey(event));
    this.go(Math.min(at, this.places.length - 1), { quiet: true });
    this.querySelector(".other-amounts").hidden = location.search.slice(1) === this.dataset.drawn;
  }

  get struck() {
    return [...new Set(this.boxes.filter((box) => box.checked).map((box) => box.dataset.line))];
  }

  strike(lines) {
    for (const box of this.boxes) box.checked = lines.includes(box.dataset.line);
  }

  remember() {
    keep(this.name, { at: this.at, struck: this.struck });
  }

  // A line stands in the list and beside the steps that need it: all of them are one.
  onTick({ dataset: { line }, checked }) {
    if (!line) return;
    for (const box of this.boxes) if (box.dataset.line === line) box.checked = checked;
    this.remember();
  }

  onClick(target) {
    const by = target.closest("[data-go]")?.dataset.go;
    if (by) this.go(this.at + Number(by));
    else if (target.closest("[data-fresh]")) {
      this.strike([]);
      this.remember();
    } else if (!target.closest("label, a, button")) {
      const place = this.places.indexOf(target.closest(".step-now"));
      if (place >= 0 && !String(getSelection())) this.go(place, { still: true });
    }
  }

  onKey(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest(BUSY)) return;
    if (key === " " && target.closest("button, a, input, start-timer")) return;
    const by = ON.includes(key) ? 1 : BACK.includes(key) ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    this.go(this.at + by);
  }

  onTouch({ touches }) {
    this.from = touches.length === 1 ? touches[0] : null;
  }

  onTouchEnd({ changedTouches: [to], target }) {
    if (!this.from || target.closest("input, select, .having")) return;
    const [across, down] = [to.clientX - this.from.clientX, to.clientY - this.from.clientY];
    if (Math.abs(across) > STROKE && Math.abs(across) > 2 * Math.abs(down)) this.go(this.at + (across < 0 ? 1 : -1));
  }

  // `quiet`: as the page opens, without taking the focus; `still`: it is in sight already.
  go(to, { quiet = false, still = false } = {}) {
    if (!(to in this.places)) return;
    const isStep = to > 0 || this.places[0]?.dataset.place === "step";
    this.at = to;
    this.toggleAttribute("data-stepping", isStep);
    for (const place of this.places) place.removeAttribute("aria-current");
    const place = this.places[to];
    if (isStep) place.setAttribute("aria-current", "step");
    this.show(isStep ? place.querySelector(".number").textContent.match(/\d+/)?.[0] : "");
    if (!quiet || to) (isStep ? place : document.documentElement).scrollIntoView({ block: still ? "nearest" : isStep ? "center" : "start" });
    if (!quiet) {
      (isStep ? place : place.querySelector("h2")).focus({ preventScroll: true });
      this.remember();
    }
  }

  show(number) {
    this.querySelector("[data-at=things]").hidden = Boolean(number);
    this.querySelector("[data-at=step]").hidden = !number;
    if (number) this.querySelector("[data-number]").textContent = number;
    this.querySelector("[data-go='-1']").disabled = this.at === 0;
    this.querySelector("[data-go='1']").disabled = this.at === this.places.length - 1;
  }
}

customElements.define("cook-mode", CookMode);
