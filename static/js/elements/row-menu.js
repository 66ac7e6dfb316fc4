// <row-menu>: one menu for all rows of a page. A row's link (a[data-more], its value the row's name) opens it, filled
// from the template with the row's own addresses; without JavaScript the link leads to the row's page.
import { newId } from "../new-id.js";

const ADDRESSES = ["href", "action", "hx-get", "hx-post"];

class RowMenu extends HTMLElement {
  connectedCallback() {
    this.menu = this.querySelector("menu-button");
    this.list = this.querySelector("[popover]");
    this.template = this.querySelector("template");
    this.leaving = new AbortController();
    document.addEventListener("click", (event) => this.onClick(event), { signal: this.leaving.signal });
    this.list.addEventListener("click", (event) => event.target.closest("a, button") && this.close());
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  onClick(event) {
    const link = event.target.closest("a[data-more]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.fill(link);
    this.menu.button = link;
    this.list.showPopover({ source: link });
    this.list.querySelector("a, button").focus();
  }

  fill(link) {
    const items = this.template.content.cloneNode(true);
    items.querySelector("[data-name]").textContent = link.dataset.more;
    for (const one of items.querySelectorAll("[data-to]")) {
      for (const name of ADDRESSES) {
        if (one.hasAttribute(name)) one.setAttribute(name, link.pathname + one.dataset.to);
      }
    }
    this.suit(items, link.dataset);
    // Each opening is a deed of its own: what was taken back can be done again from the same page.
    for (const one of items.querySelectorAll("[name=operation]")) one.value = newId();
    this.list.replaceChildren(items);
    window.htmx?.process(this.list);
  }

  // Leaves out what makes no sense in the state of the row, and leads to the food that it is of.
  suit(items, { is = "", food }) {
    const states = is.split(" ");
    for (const item of items.querySelectorAll("[data-unless], [data-when]")) {
      const { unless, when } = item.dataset;
      if (states.includes(unless) || (when && !states.includes(when))) item.remove();
    }
    for (const item of items.querySelectorAll("[data-base]")) {
      if (food) item.href = `${item.dataset.base}${food}/`;
      else item.closest("li").remove();
    }
  }

  // After the press has been heard by everybody else: a form has to be in the page when it is sent.
  close() {
    setTimeout(() => this.list.hidePopover());
  }
}

customElements.define("row-menu", RowMenu);
