// <chat-drawer>: shows a thing that a message names beside the words; on a phone as a sheet over them. Without
// JavaScript, and with a key held, its link leads to its page.
import { open, showWaiting } from "../shell/dialog.js";

const WIDE = matchMedia("(min-width: 60rem)");
const THINGS = ".say a[data-beside], .say .card a[data-beside], .say .menu-list a[data-beside]";

class ChatDrawer extends HTMLElement {
  connectedCallback() {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    document.addEventListener("click", (event) => this.onClick(event), { signal, capture: true });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.onEscape(event), { signal, capture: true });
    this.querySelector(".close").addEventListener("click", () => this.close(), { signal });
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  onClick(event) {
    const link = event.target.closest(THINGS);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    link.closest("[popover]")?.hidePopover();
    if (WIDE.matches) this.show(link);
    else this.lift(link);
  }

  show(link) {
    this.opener = link;
    for (const other of document.querySelectorAll("[data-beside][aria-current]")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    this.hidden = false;
    fill(this.querySelector(".body"), link).then(() => this.focus({ preventScroll: true }));
  }

  lift(link) {
    const dialog = document.getElementById("dialog");
    showWaiting(dialog, link);
    open(dialog, link);
    fill(dialog.querySelector("#dialog-body"), link);
  }

  onEscape(event) {
    if (this.hidden || !this.contains(document.activeElement)) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }

  close() {
    this.hidden = true;
    this.querySelector(".body").replaceChildren();
    this.opener?.removeAttribute("aria-current");
    if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
  }
}

function fill(target, link) {
  return window.htmx.ajax("GET", link.href, { target, swap: "innerHTML" });
}

customElements.define("chat-drawer", ChatDrawer);
