// <scan-camera>: the view of the camera. Each code that comes into sight is told once, as the event "scan:code".
import { CodeCamera } from "../code-camera.js";

const GONE = 1500; // ms out of sight, after which the same code is another package
const FLASH = 400;

class ScanCamera extends HTMLElement {
  connectedCallback() {
    this.view = this.querySelector(".view");
    this.begin = this.querySelector("[data-start]");
    this.torch = this.querySelector("#scan-torch");
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

  see(codes) {
    const now = Date.now();
    const fresh = codes.find((code) => code !== this.last || now - this.seen > GONE);
    if (codes.includes(this.last)) this.seen = now;
    if (!fresh) return;
    [this.last, this.seen] = [fresh, now];
    this.view.dataset.flash = "";
    setTimeout(() => delete this.view.dataset.flash, FLASH);
    navigator.vibrate?.(60);
    this.dispatchEvent(new CustomEvent("scan:code", { bubbles: true, detail: fresh }));
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
