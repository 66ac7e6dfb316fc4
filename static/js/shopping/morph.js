// Makes an element look like another one and keeps what can stay: the focus, the listeners, what a reader is at.
export function morph(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
  after.forEach((node, at) => morphNode(old, before[at], node));
  for (const node of before.slice(after.length)) node.remove();
}

function morphNode(parent, old, fresh) {
  if (!old) add(parent, fresh.cloneNode(true));
  else if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName || (old.id ?? "") !== (fresh.id ?? "")) add(parent, fresh.cloneNode(true), old);
  else if (old.nodeType === Node.ELEMENT_NODE) morph(old, fresh);
  else if (old.data !== fresh.data) old.data = fresh.data;
}

function add(parent, node, instead) {
  if (instead) instead.replaceWith(node);
  else parent.append(node);
  if (node.nodeType === Node.ELEMENT_NODE) window.htmx?.process(node);
}
