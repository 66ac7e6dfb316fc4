// <menu-button>: a button with its popover list. The browser opens, closes and places it; here are the arrow keys,
// and the place in browsers that cannot anchor a popover to its button.
const ITEMS = "a[href], button:not([disabled])";
const ANCHORS = CSS.supports("position-area", "block-end");
const WIDE = matchMedia("(min-width: 40rem)");
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

class MenuButton extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("[popovertarget]");
    this.list = this.querySelector("[popover]");
    this.addEventListener("keydown", (event) => this.onKey(event));
    this.list?.addEventListener("toggle", (event) => event.newState === "open" && this.place());
  }

  get items() {
    return [...this.list.querySelectorAll(ITEMS)];
  }

  onKey(event) {
    if (!(event.key in STEPS) && event.key !== "Home" && event.key !== "End") return;
    const isOpen = this.list.matches(":popover-open");
    if (!isOpen && event.key !== "ArrowDown") return;
    event.preventDefault();
    if (!isOpen) this.list.showPopover({ source: this.button });
    this.next(event.key).focus();
  }

  next(key) {
    const items = this.items;
    const now = items.indexOf(document.activeElement);
    if (key === "Home" || (now < 0 && key === "ArrowDown")) return items[0];
    if (key === "End" || now < 0) return items.at(-1);
    return items[(now + STEPS[key] + items.length) % items.length];
  }

  place() {
    if (ANCHORS || !WIDE.matches) return;
    const button = this.button.getBoundingClientRect();
    const list = this.list.getBoundingClientRect();
    const below = button.bottom + list.height < innerHeight;
    this.list.style.top = `${below ? button.bottom : Math.max(0, button.top - list.height)}px`;
    this.list.style.left = `${Math.max(8, Math.min(button.left, innerWidth - list.width - 8))}px`;
  }
}

customElements.define("menu-button", MenuButton);
