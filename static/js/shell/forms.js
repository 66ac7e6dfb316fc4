// Forms are sent once: a second press while the first is on its way does nothing, and the button says that it is busy.
// data-repeatable on a form lets every press through.
import { showNotice } from "./notices.js";

const REFUSED = [422, 429];

function setBusy(form, submitter) {
  form.dataset.busy = "";
  submitter?.setAttribute("aria-busy", "true");
}

function setFree(form) {
  delete form.dataset.busy;
  for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
  for (const button of document.querySelectorAll(`[form="${CSS.escape(form.id || "-")}"][aria-busy]`)) button.removeAttribute("aria-busy");
}

function isSentByHtmx(form) {
  return ["hx-post", "hx-get", "hx-put", "hx-patch", "hx-delete"].some((name) => form.hasAttribute(name));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || event.submitter?.formMethod === "dialog" || "repeatable" in form.dataset) return;
  if ("busy" in form.dataset) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (!navigator.onLine && !isSentByHtmx(form)) {
    // The browser would leave the page, and with it what was typed.
    event.preventDefault();
    showNotice("offline", () => form.requestSubmit(event.submitter));
    return;
  }
  queueMicrotask(() => !event.defaultPrevented || isSentByHtmx(form) ? setBusy(form, event.submitter) : null);
}, { capture: true });

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.elt.closest?.("form");
  if (form) setFree(form);
});

// Back from the next page: the browser shows this one as it was, still busy.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) for (const form of document.querySelectorAll("form[data-busy]")) setFree(form);
});

// After a refusal the first thing to correct has the focus.
function focusRefused(root) {
  const dialog = document.querySelector("dialog[open]");
  const found = (dialog && root.contains(dialog) ? dialog : root).querySelector("[aria-invalid=true], .form-errors");
  if (!found?.closest("[data-still]")) found?.focus();
}

document.addEventListener("htmx:afterSettle", ({ detail }) => REFUSED.includes(detail.xhr?.status) && focusRefused(detail.elt));
focusRefused(document);
