// <scan-camera>: the view of the camera. Each code that comes into sight is told once, as the event "scan:code".
import { CodeCamera } from "../code-camera.js";

const GONE = 1500; // ms out of sight, after which the same code is another package
const FLASH = 400;

class ScanCamera extends HTMLElement {
  connectedCallback() {
    this.view = this.querySelector(".view");
    this.begin = this.querySelector("[data-start]");
    this.torch = this.querySelector("#scan-torch");
    this.seen = new Map();
    if (!window.isSecureContext) return this.say(this.dataset.insecure);
    if (!navigator.mediaDevices) return;
    this.begin.hidden = false;
    this.begin.addEventListener("click", () => this.start());
    this.querySelector("#scan-stop").addEventListener("click", () => this.stop());
    this.torch.addEventListener("click", () => this.light());
  }

  disconnectedCallback() {
    this.camera?.stop();
  }

  async start() {
    const tools = { see: (codes) => this.see(codes), decode: (picture) => this.decode(picture) };
    this.camera = new CodeCamera(this.view.querySelector("video"), tools);
    this.show(true);
    this.say("");
    try {
      await this.camera.start();
      this.torch.hidden = !this.camera.hasLight;
    } catch {
      this.stop();
      this.say(this.dataset.refused);
    }
  }

  stop() {
    this.camera.stop();
    this.show(false);
  }

  show(open) {
    this.view.hidden = !open;
    this.begin.hidden = open;
  }

  say(text) {
    this.querySelector("[data-says]").textContent = text;
  }

  async light() {
    const on = this.torch.getAttribute("aria-pressed") !== "true";
    await this.camera.light(on);
    this.torch.setAttribute("aria-pressed", on);
  }

  // Several may be in sight: each counts when it comes, and not again while it stays.
  see(codes) {
    const now = Date.now();
    const fresh = codes.filter((code) => !(now - this.seen.get(code) < GONE));
    for (const code of codes) this.seen.set(code, now);
    if (!fresh.length) return;
    this.view.dataset.flash = "";
    setTimeout(() => delete this.view.dataset.flash, FLASH);
    navigator.vibrate?.(60);
    for (const code of fresh) this.dispatchEvent(new CustomEvent("scan:code", { bubbles: true, detail: code }));
  }

  async decode(picture) {
    const body = new FormData();
    body.append("photo", picture, "frame.jpg");
    body.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    const answer = await fetch(this.dataset.decode, { method: "POST", body });
    return answer.ok ? (await answer.json()).codes : [];
  }
}

customElements.define("scan-camera", ScanCamera);
