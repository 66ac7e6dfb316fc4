// Puts fragments that the socket sent in place of the elements with their ids; what is not on this page is left out.

const waiting = new Map();

export function patch(html) {
  const drawn = document.createElement("template");
  drawn.innerHTML = html;
  for (const fresh of [...drawn.content.children]) placeRow(fresh) || place(fresh);
  document.dispatchEvent(new CustomEvent("live:patched"));
}

// A row of a list goes to its list, which knows where it belongs and what waits on top of it (js/shopping/).
function placeRow(fresh) {
  const list = fresh.dataset.item ? document.querySelector("shopping-list") : null;
  if (!list?.take) return false;
  list.take(fresh);
  return true;
}

function place(fresh) {
  const stale = fresh.id && document.getElementById(fresh.id);
  if (!stale || stale.isEqualNode(fresh)) return;
  if (beingTypedIn(stale)) {
    if (!waiting.has(fresh.id)) stale.addEventListener("focusout", () => settle(fresh.id), { once: true });
    waiting.set(fresh.id, fresh);
    return;
  }
  const focused = stale.contains(document.activeElement) ? document.activeElement : null;
  stale.replaceWith(fresh);
  window.htmx?.process(fresh);
  if (focused) keepFocus(fresh, focused.id);
}

function settle(id) {
  const fresh = waiting.get(id);
  waiting.delete(id);
  // After the focus has moved, which may be to another field of the same fragment.
  setTimeout(() => fresh && place(fresh));
}

function beingTypedIn(element) {
  const active = document.activeElement;
  return element.contains(active) && active.matches("input, textarea, select, [contenteditable]");
}

function keepFocus(fresh, id) {
  const same = id && document.getElementById(id);
  if (same) return same.focus({ preventScroll: true });
  fresh.tabIndex = -1;
  fresh.focus({ preventScroll: true });
}
