// Draws an element anew in its place and leaves alone what is the same: nothing flickers, what was opened stays open,
// what is selected stays selected.
export function renew(stale, fresh) {
  takeAttributes(stale, fresh);
  let place = stale.firstElementChild;
  for (const next of [...fresh.children]) {
    const same = partner(stale, next, place);
    if (!same) stale.insertBefore(next, place), window.htmx?.process(next);
    else {
      while (place !== same) place = removed(place);
      place = same.nextElementSibling;
      if (!same.isEqualNode(next)) change(same, next);
    }
  }
  while (place) place = removed(place);
}

// What has a name is looked for by it; what has none is what stands here, if it is of the same kind.
function partner(stale, next, place) {
  if (next.id) return [...stale.children].find(({ id }) => id === next.id);
  return place && !place.id && place.tagName === next.tagName && place.className === next.className ? place : null;
}

function change(same, next) {
  if (same.id) return renew(same, next);
  same.replaceWith(next);
  return window.htmx?.process(next);
}

function removed(place) {
  const next = place.nextElementSibling;
  place.remove();
  return next;
}

// The element of what the server drew.
export function drawn(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

function takeAttributes(stale, fresh) {
  // What has the focus keeps it: without its tabindex it could not.
  const isFocused = stale === document.activeElement;
  const isHeld = (name) => name === "data-touched" || (name === "open" && "touched" in stale.dataset) || (name === "tabindex" && isFocused);
  for (const { name } of [...stale.attributes]) if (!fresh.hasAttribute(name) && !isHeld(name)) stale.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (!isHeld(name) && stale.getAttribute(name) !== value) stale.setAttribute(name, value);
}
