// What the server said to an addition, where it did more than put a row on the list: "Milk: 1 l and 2 l are now 3 l."
const MOST = 3;

export function showSaid(list, { results }) {
  const place = document.getElementById(`said_${list.dataset.list}`);
  const template = list.rows.parts.said;
  if (!place || !template || document.visibilityState !== "visible") return;
  for (const { said, undo } of results.filter((result) => result.said)) place.append(line(template, said, undo));
  while (place.childElementCount > MOST) place.firstElementChild.remove();
}

function line(template, said, undo) {
  const line = template.content.firstElementChild.cloneNode(true);
  const form = line.querySelector("form");
  line.querySelector("[data-said]").textContent = said;
  if (undo) {
    form.setAttribute("action", undo);
    form.setAttribute("hx-post", undo);
  } else form.remove();
  window.htmx?.process(line);
  return line;
}
