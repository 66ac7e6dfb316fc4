// <page-receiver data-largest>: given the text of a foreign page by the bookmark that opened this one (recipes/
// bookmarklet.py). It shows where the page is from, as the browser says it, and keeps nothing before the button is pressed.
const READY = "kitchen:ready";
const AGAIN = 500;

class PageReceiver extends HTMLElement {
  connectedCallback() {
    this.opener = window.opener;
    if (!this.opener) return;
    this.hearing = (event) => this.hear(event);
    addEventListener("message", this.hearing);
    this.calling = setInterval(() => this.opener.postMessage(READY, "*"), AGAIN);
    this.opener.postMessage(READY, "*");
  }

  disconnectedCallback() {
    clearInterval(this.calling);
    removeEventListener("message", this.hearing);
  }

  hear(event) {
    const said = event.data;
    if (event.source !== this.opener || said?.kitchen !== "page" || typeof said.html !== "string") return;
    this.disconnectedCallback();
    if (new Blob([said.html]).size > Number(this.dataset.largest) * 0.7) return this.only("large");
    const form = this.querySelector("form");
    form.elements.html.value = said.html;
    form.elements.url.value = this.address(said.url, event.origin);
    this.querySelector("[data-title]").textContent = this.title(said.html);
    this.querySelector("[data-address]").textContent = form.elements.url.value;
    this.only("arrived");
    form.querySelector("button").focus();
  }

  // A page may say of itself what it likes; what the browser knows is where it comes from.
  address(url, origin) {
    try {
      return new URL(url).origin === origin ? url : origin;
    } catch {
      return origin;
    }
  }

  title(html) {
    return new DOMParser().parseFromString(html, "text/html").title;
  }

  only(part) {
    for (const one of this.querySelectorAll("[data-part]")) one.hidden = one.dataset.part !== part;
  }
}

customElements.define("page-receiver", PageReceiver);
