// A file beside a message while it is on its way: its row, with a small picture of it where there is one.
import { newId } from "./new-id.js";

export function rowOf(template, file) {
  const row = template.content.firstElementChild.cloneNode(true);
  row.id = newId();
  row.querySelector(".name").textContent = file.name;
  if (!file.type.startsWith("image/")) return row;
  const picture = Object.assign(new Image(40, 40), { alt: "", src: URL.createObjectURL(file) });
  picture.addEventListener("error", () => picture.remove());
  row.querySelector(".look").replaceChildren(picture);
  return row;
}

// `state` is sending, there, wrong (it is no use to send it again) or failed.
export function mark(row, state, why) {
  row.dataset.state = state;
  row.querySelector(".why").textContent = why;
  row.querySelector(".again").hidden = state !== "failed";
}
