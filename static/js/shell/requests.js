// What htmx could not do is said, with a way to try again; what was typed stays where it is.
import { showNotice } from "./notices.js";

const GONE = [403, 404, 410];
const SIGNED_OUT = 401;

function again({ elt, requestConfig, target }) {
  return () => {
    if (elt.isConnected) htmx.ajax(requestConfig.verb, requestConfig.path, { source: elt, target });
  };
}

document.addEventListener("htmx:responseError", ({ detail }) => {
  const { status } = detail.xhr;
  if (status === SIGNED_OUT) location.reload();
  else if (GONE.includes(status)) showNotice("gone");
  else showNotice("broken", again(detail));
});

for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, ({ detail }) => showNotice("offline", again(detail)));
}

// Django checks the token of every form that htmx sends; a button outside a form has none of its own.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (detail.verb !== "get" && token) detail.headers["X-CSRFToken"] ??= token.value;
});
