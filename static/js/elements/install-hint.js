// <install-hint>: says once that Kitchen can lie on the home screen, where the browser can put it there (its part with
// data-install) or where its person can (data-by-hand, on iPhones). Not now is not again.
import { canInstall } from "../install.js";

const KEY = "install-hint";

class InstallHint extends HTMLElement {
  connectedCallback() {
    if (localStorage.getItem(KEY)) return;
    this.querySelector("[data-not-now]").addEventListener("click", () => this.leave());
    // Only browsers on iPhones and iPads know this word; false: it is not open as an app.
    this.querySelector("[data-by-hand]").hidden = navigator.standalone !== false;
    document.addEventListener("install:offered", ({ detail }) => this.show(detail));
    this.show(canInstall());
  }

  show(offered) {
    this.querySelector("[data-install]").hidden = !offered;
    this.hidden = !offered && navigator.standalone !== false;
  }

  leave() {
    localStorage.setItem(KEY, "1");
    this.remove();
  }
}

customElements.define("install-hint", InstallHint);
