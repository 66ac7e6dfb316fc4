// Calls `held` with the row on which a finger rests for a moment. The click that follows is none, unless `held` says false.
const LONG = 450;
const MOVED = 10;

export function onLongPress(element, rows, held) {
  let pressed = null;
  let timer = 0;
  let wasHeld = false;

  function hold(row) {
    wasHeld = held(row) !== false;
  }

  function release({ type, clientX, clientY }) {
    if (!pressed || (type === "pointermove" && Math.hypot(clientX - pressed.x, clientY - pressed.y) < MOVED)) return;
    clearTimeout(timer);
    pressed = null;
  }

  element.addEventListener("pointerdown", (event) => {
    const row = event.target.closest(rows);
    wasHeld = false;
    if (!row || event.pointerType !== "touch") return;
    pressed = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => hold(row), LONG);
  });
  for (const name of ["pointerup", "pointercancel", "pointermove"]) element.addEventListener(name, release);
  element.addEventListener("contextmenu", (event) => pressed && event.preventDefault());
  element.addEventListener("click", (event) => {
    if (wasHeld) event.preventDefault();
    wasHeld = false;
  }, { capture: true });
}
