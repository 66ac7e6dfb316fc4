// What htmx could not do is said, with a way to try again; what was typed stays where it is.
import { showNotice } from "./notices.js";

const GONE = [403, 404, 410];
const SIGNED_OUT = 401;

const TOO_MANY = 429;

// What is refused for now comes with its form, and with the time to wait: shown like every other refusal.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.status !== TOO_MANY || !detail.xhr.getResponseHeader("Retry-After")) return;
  detail.shouldSwap = true;
  detail.isError = false;
});

function again({ elt, requestConfig, target }) {
  return () => {
    const event = requestConfig.triggeringEvent;
    if (elt.isConnected) htmx.ajax(requestConfig.verb, requestConfig.path, { source: elt, event, target });
  };
}

document.addEventListener("htmx:responseError", ({ detail }) => {
  const { status } = detail.xhr;
  if (status === SIGNED_OUT) location.reload();
  else if (GONE.includes(status)) showNotice("gone");
  else showNotice("broken", again(detail));
});

// What a page asks for by itself, as it stands or is looked at, is nothing that somebody did: nobody is told.
function isByItself({ requestConfig: { verb, triggeringEvent } }) {
  return verb === "get" && !triggeringEvent?.isTrusted;
}

for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, ({ detail }) => isByItself(detail) || showNotice("offline", again(detail)));
}

// Django checks the token of every form that htmx sends; a button outside a form has none of its own.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (detail.verb !== "get" && token) detail.headers["X-CSRFToken"] ??= token.value;
});
