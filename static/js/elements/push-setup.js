// <push-setup data-key data-known>: whether this browser tells its person messages, and the button that makes it.
// Shows the parts whose data-says names the state. data-known are hashes of the browsers' addresses that the server has.
import { keepPerson } from "../shell/messages.js";

function trouble() {
  if (!isSecureContext) return "insecure";
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "unable";
  return Notification.permission === "denied" ? "denied" : "";
}

async function hashOf(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

class PushSetup extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.querySelector("button").addEventListener("click", () => this.begin());
    this.look();
  }

  show(state) {
    for (const part of this.querySelectorAll("[data-says]")) part.hidden = !part.dataset.says.split(" ").includes(state);
  }

  async look() {
    const state = trouble();
    if (state) return this.show(state);
    const registration = await navigator.serviceWorker.getRegistration();
    const subscription = await registration?.pushManager.getSubscription();
    const known = subscription && this.dataset.known.split(" ").includes(await hashOf(subscription.endpoint));
    return this.show(known ? "on" : "off");
  }

  // Called by a press only: browsers ask nobody who has not asked first.
  async begin() {
    this.form.setAttribute("aria-busy", "true");
    try {
      if (await Notification.requestPermission() !== "granted") return this.show(trouble() || "off");
      this.send(await this.subscribe());
    } catch {
      this.show("failed");
    } finally {
      this.form.removeAttribute("aria-busy");
    }
    return undefined;
  }

  // Always a new address: whoever used this browser before is told nothing at it.
  async subscribe() {
    const { pushManager } = await navigator.serviceWorker.ready;
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: this.dataset.key });
  }

  send(subscription) {
    const { endpoint, keys } = subscription.toJSON();
    const fields = this.form.elements;
    [fields.endpoint.value, fields.p256dh.value, fields.auth.value] = [endpoint, keys.p256dh, keys.auth];
    keepPerson();
    this.form.requestSubmit();
  }
}

customElements.define("push-setup", PushSetup);
