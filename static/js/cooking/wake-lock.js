// <wake-lock>: a switch that keeps the screen on, and says why where it cannot. Switched on by itself as one begins to
// cook; browsers let go of it when the page is out of sight, and it is asked for again when one comes back.
import { kept, keep } from "./kept.js";

class WakeLock extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector("input");
    const why = !isSecureContext ? "insecure" : "wakeLock" in navigator ? "" : "unable";
    if (why) {
      this.box.disabled = true;
      this.say(why);
      return;
    }
    this.box.checked = kept("awake") ?? true;
    this.box.addEventListener("change", () => {
      keep("awake", this.box.checked);
      this.look();
    });
    document.addEventListener("visibilitychange", () => this.look());
    this.look();
  }

  async look() {
    if (!this.box.checked) {
      await this.lock?.release();
      this.lock = null;
      this.say("");
    } else if (document.visibilityState === "visible" && (!this.lock || this.lock.released)) {
      try {
        this.lock = await navigator.wakeLock.request("screen");
        this.say("");
      } catch {
        this.box.checked = false;
        this.say("refused");
      }
    }
  }

  say(why) {
    for (const part of this.querySelectorAll("[data-says]")) part.hidden = part.dataset.says !== why;
  }
}

customElements.define("wake-lock", WakeLock);
