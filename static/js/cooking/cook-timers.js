// <cook-timers>: as many timers as are started (event "timer:start"), each by the name of its step. Their ends are kept
// on the device: after a reload they go on, and what ended meanwhile rings.
import { kept, keep } from "./kept.js";
import { ability, hush, isSilent, ringAt, tell, unlock } from "./ringing.js";

const MINUTE = 60_000;
const two = (number) => String(number).padStart(2, "0");

function clock(left) {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

class CookTimers extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ul");
    this.rows = new Map();
    this.timers = kept("timers") ?? [];
    this.addEventListener("click", (event) => this.onClick(event.target));
    document.addEventListener("timer:start", ({ detail }) => this.start(detail));
    document.addEventListener("click", () => this.wake(), { once: true });
    document.addEventListener("visibilitychange", () => this.tick());
    for (const timer of this.timers) this.draw(timer);
    this.tick();
    setInterval(() => this.tick(), 500);
  }

  async wake() {
    await unlock();
    this.timers.forEach((timer) => this.sound(timer));
  }

  async start({ seconds, name, said }) {
    const timer = { id: crypto.randomUUID?.() ?? String(Date.now()), name: `${name}: ${said}`, dish: this.dataset.dish, ends: Date.now() + seconds * 1000 };
    this.timers.push(timer);
    this.draw(timer);
    this.change();
    await this.wake();
  }

  draw(timer) {
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    row.dataset.id = timer.id;
    row.querySelector(".name").textContent = timer.dish === this.dataset.dish ? timer.name : `${timer.dish}, ${timer.name}`;
    row.querySelector("[data-do=hold]").setAttribute("aria-pressed", String("left" in timer));
    this.rows.set(timer.id, row);
    this.list.append(row);
  }

  // `left` instead of `ends`: it is held. One that has rung to its end is not rung again.
  sound(timer) {
    if (timer.ends && (!timer.told || Date.now() - timer.ends < MINUTE)) ringAt(timer.id, timer.ends);
    else hush(timer.id);
  }

  onClick(target) {
    if (target.closest("[data-allow]")) Notification.requestPermission().then(() => this.say());
    const timer = this.timers.find(({ id }) => id === target.closest("li")?.dataset.id);
    const what = timer && target.closest("[data-do]")?.dataset.do;
    if (what) this[what](timer);
  }

  more(timer) {
    if ("left" in timer) timer.left += MINUTE;
    else timer.ends = Math.max(timer.ends, Date.now()) + MINUTE;
    delete timer.told;
    this.change(timer);
  }

  hold(timer) {
    if ("left" in timer) {
      timer.ends = Date.now() + timer.left;
      delete timer.left;
    } else {
      timer.left = Math.max(0, timer.ends - Date.now());
      delete timer.ends;
    }
    this.rows.get(timer.id).querySelector("[data-do=hold]").setAttribute("aria-pressed", String("left" in timer));
    this.change(timer);
  }

  end(timer) {
    this.timers = this.timers.filter((one) => one !== timer);
    this.rows.get(timer.id).remove();
    hush(timer.id);
    this.change();
  }

  change(timer) {
    if (timer) this.sound(timer);
    keep("timers", this.timers);
    this.tick();
  }

  tick() {
    for (const timer of this.timers) {
      const [left, row] = [timer.left ?? timer.ends - Date.now(), this.rows.get(timer.id)];
      row.querySelector(".left").textContent = left > 0 ? clock(left) : this.dataset.over;
      row.toggleAttribute("data-over", left <= 0);
      if (left <= 0 && !timer.told) this.over(timer);
    }
    this.hidden = !this.timers.length;
    this.say();
  }

  over(timer) {
    timer.told = true;
    keep("timers", this.timers);
    this.rows.get(timer.id).querySelector(".left").setAttribute("role", "alert");
    tell(this.dataset.over, `${timer.dish}, ${timer.name}`, timer.id, this.dataset.icon);
  }

  say() {
    const says = [isSilent() && "silent", ability()];
    for (const part of this.querySelectorAll("[data-says]")) part.hidden = !part.dataset.says.split(" ").some((one) => says.includes(one));
  }
}

customElements.define("cook-timers", CookTimers);
