// Rows that follow the finger or the pointer at their grip ([data-grip]) and change places with those they pass.
const FAR = 6; // pixels from which a press is a drag
const CLICK = 80; // ms within which the click comes that ends a press
const EDGE = 80; // pixels from the window's edge where the page moves along

export function dragRows(list, done) {
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button) return;
    const row = grip.closest("li");
    const drag = { row, from: event.clientY, on: false };
    const controller = new AbortController();
    const { signal } = controller;
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener("pointermove", (move) => follow(list, drag, move), { signal });
    for (const name of ["pointerup", "pointercancel"]) {
      grip.addEventListener(name, () => {
        controller.abort();
        delete row.dataset.dragged;
        if (!drag.on) return;
        done();
        // The press that ended a drag is no click on the grip.
        const still = new AbortController();
        grip.addEventListener("click", (click) => click.stopPropagation(), { capture: true, signal: still.signal });
        setTimeout(() => still.abort(), CLICK);
      }, { signal });
    }
  });
}

function follow(list, drag, { clientY }) {
  if (!drag.on && Math.abs(clientY - drag.from) < FAR) return;
  drag.on = true;
  drag.row.dataset.dragged = "";
  if (clientY < EDGE) scrollBy(0, -12);
  else if (clientY > innerHeight - EDGE) scrollBy(0, 12);
  // The others change places around it: a row that is taken out of the page would lose the pointer.
  const middle = ({ top, height }) => top + height / 2;
  const { row } = drag;
  const above = () => row.previousElementSibling;
  const below = () => row.nextElementSibling;
  while (above() && clientY < middle(above().getBoundingClientRect())) row.after(above());
  while (below() && clientY > middle(below().getBoundingClientRect())) row.before(below());
}
