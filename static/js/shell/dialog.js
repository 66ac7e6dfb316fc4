// <open-dialog for="id"><a href="/page/">…</a></open-dialog>: the link opens the <dialog>; without JavaScript it leads to the page.
// With hx-get and hx-target="#dialog-body" on the link, the page's dialog opens at once and is filled when the answer comes.
class OpenDialog extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  handleEvent(event) {
    const link = event.target.closest("a, button");
    const dialog = document.getElementById(this.getAttribute("for"));
    if (!link || !dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (dialog.id === "dialog") showWaiting(dialog, link);
    open(dialog, link);
  }
}

export function showWaiting(dialog, link) {
  const body = dialog.querySelector("#dialog-body");
  dialog.setAttribute("aria-label", link.getAttribute("aria-label") || link.textContent.trim());
  body.replaceChildren(dialog.querySelector("template").content.cloneNode(true));
}

export function open(dialog, opener) {
  if (dialog.open) return;
  dialog.showModal();
  hold();
  dialog.addEventListener("close", () => opener?.isConnected && opener.focus(), { once: true });
}

// The page behind a dialog stays where it is. (A selector of the page for an open dialog would be tried with every change.)
function hold() {
  document.documentElement.toggleAttribute("data-dialog", document.querySelector("dialog.dialog[open]") !== null);
}

for (const name of ["toggle", "close", "live:patched", "htmx:afterSwap"]) document.addEventListener(name, hold, { capture: true });

// An answer that says "dialog:close" was all that the dialog was open for.
document.addEventListener("dialog:close", () => document.querySelector("#dialog[open]")?.close());

// A press on the veil closes, unless something was typed that would be lost.
document.addEventListener("pointerdown", (event) => {
  const dialog = event.target;
  if (!(dialog instanceof HTMLDialogElement) || !dialog.open || isInside(dialog, event) || isTyped(dialog)) return;
  dialog.close();
});

function isInside(dialog, { clientX, clientY }) {
  const box = dialog.getBoundingClientRect();
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
}

function isTyped(dialog) {
  const typed = dialog.querySelectorAll("input:not([type=hidden], [type=checkbox], [type=radio]), textarea");
  return [...typed].some((field) => field.value !== field.defaultValue);
}

// A form that came back refused is drawn inside a dialog that asks to be open.
function openAsked(root) {
  for (const dialog of root.querySelectorAll("dialog[data-open]")) open(dialog);
}

document.addEventListener("htmx:load", (event) => openAsked(event.detail.elt));
openAsked(document);
customElements.define("open-dialog", OpenDialog);
